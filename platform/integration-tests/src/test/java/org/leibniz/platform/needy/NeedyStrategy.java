package org.leibniz.platform.needy;

import java.util.concurrent.Callable;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Solution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** A strategy that needs a service nobody offers. */
@Component(scope = ServiceScope.PROTOTYPE, service = DecodingStrategy.class, property = Plugin.ID + "=sample")
public final class NeedyStrategy implements DecodingStrategy {
  private final Callable<?> needed;

  @Activate
  public NeedyStrategy(@Reference(target = "(oracle=delphi)") Callable<?> needed) {
    this.needed = needed;
  }

  @Override
  public Solution solve(Problem problem, Session session) {
    return Solution.ofText(needed.toString());
  }
}
