package org.leibniz.metric.standard.internal;

import org.leibniz.api.metric.Accumulator;
import org.leibniz.api.metric.Metric;
import org.leibniz.api.metric.Slice;
import org.leibniz.api.plugin.Plugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Share of samples in which a limit cut off the model, whatever became of them. */
@Component(scope = ServiceScope.PROTOTYPE, service = Metric.class, property = Plugin.ID + "=truncated")
public final class TruncatedMetric implements Metric {
  @Override
  public Accumulator start(Slice slice) {
    return PerProblem.share(sample -> sample.flags().contains("truncated"));
  }
}
