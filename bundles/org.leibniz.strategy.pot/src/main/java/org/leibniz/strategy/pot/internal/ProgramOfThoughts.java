package org.leibniz.strategy.pot.internal;

import java.util.List;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Program of thoughts: the model writes a program, which is run (Chen et al. 2022, arXiv 2211.12588). */
@Component(scope = ServiceScope.PROTOTYPE, service = DecodingStrategy.class, property = Plugin.ID + "=pot")
public final class ProgramOfThoughts implements DecodingStrategy {
  private Protocol protocol;

  @Override
  public void configure(Config config) {
    protocol = config.text("protocol", "plain").equals("chen") ? ChenProtocol.from(config) : PlainProgram.from(config);
  }

  @Override
  public Solution solve(Problem problem, Session session) {
    return protocol.solve(problem, session);
  }

  @Override
  public Optional<FirstCall> preview(Problem problem, ModelInfo model, List<Shot> shots) {
    return Optional.of(protocol.firstCall(problem, model, shots));
  }
}
