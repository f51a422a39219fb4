package org.leibniz.metric.standard.internal;

import org.leibniz.api.metric.Accumulator;
import org.leibniz.api.metric.Metric;
import org.leibniz.api.metric.Slice;
import org.leibniz.api.plugin.Plugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Generated tokens per problem, over the samples whose backend counts them. */
@Component(scope = ServiceScope.PROTOTYPE, service = Metric.class, property = Plugin.ID + "=tokens")
public final class TokensMetric implements Metric {
  @Override
  public Accumulator start(Slice slice) {
    return new PerProblem(sample -> sample.completionTokens() < 0 ? Double.NaN : sample.completionTokens(), "tokens");
  }
}
