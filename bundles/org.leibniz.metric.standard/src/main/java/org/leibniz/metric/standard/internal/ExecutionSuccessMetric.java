package org.leibniz.metric.standard.internal;

import org.leibniz.api.metric.Accumulator;
import org.leibniz.api.metric.Metric;
import org.leibniz.api.metric.Slice;
import org.leibniz.api.plugin.Plugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Share of programs that ran without an error. */
@Component(scope = ServiceScope.PROTOTYPE, service = Metric.class, property = Plugin.ID + "=execution-success")
public final class ExecutionSuccessMetric implements Metric {
  @Override
  public Accumulator start(Slice slice) {
    return new ProgramShare();
  }
}
