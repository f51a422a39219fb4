package org.leibniz.metric.standard.internal;

import org.leibniz.api.grader.Outcome;
import org.leibniz.api.metric.Accumulator;
import org.leibniz.api.metric.Metric;
import org.leibniz.api.metric.Slice;
import org.leibniz.api.plugin.Plugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Share of correct samples. Everything that is not correct counts as not correct, whatever the reason. */
@Component(scope = ServiceScope.PROTOTYPE, service = Metric.class, property = Plugin.ID + "=accuracy")
public final class AccuracyMetric implements Metric {
  @Override
  public Accumulator start(Slice slice) {
    return PerProblem.share(sample -> sample.outcome() == Outcome.CORRECT);
  }
}
