package org.leibniz.platform.faulty;

import org.leibniz.api.dataset.Problem;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Solution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** A strategy that cannot be made. */
@Component(scope = ServiceScope.PROTOTYPE, service = DecodingStrategy.class, property = Plugin.ID + "=sample")
public final class FaultyStrategy implements DecodingStrategy {
  @Activate
  public FaultyStrategy() {
    throw new IllegalStateException("the moon is in the wrong phase");
  }

  @Override
  public Solution solve(Problem problem, Session session) {
    return Solution.ofText("");
  }
}
