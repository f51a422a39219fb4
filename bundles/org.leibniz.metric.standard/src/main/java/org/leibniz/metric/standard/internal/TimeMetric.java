package org.leibniz.metric.standard.internal;

import org.leibniz.api.metric.Accumulator;
import org.leibniz.api.metric.GradedSample;
import org.leibniz.api.metric.Metric;
import org.leibniz.api.metric.Slice;
import org.leibniz.api.plugin.Plugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Wall time per problem. */
@Component(scope = ServiceScope.PROTOTYPE, service = Metric.class, property = Plugin.ID + "=time")
public final class TimeMetric implements Metric {
  @Override
  public Accumulator start(Slice slice) {
    return new PerProblem(GradedSample::millis, "milliseconds");
  }
}
