package org.leibniz.strategy.interleaved.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.SelfConsistency;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Text, code and execution in turns, in the dialect that the model speaks. */
@Component(scope = ServiceScope.PROTOTYPE, service = DecodingStrategy.class, property = Plugin.ID + "=interleaved")
public final class InterleavedDecoding implements DecodingStrategy {
  private static final String MATHCODER = "mathcoder";
  private static final String FENCED = "fenced";
  private static final String AUTO = "auto";

  private String written;
  private Map<String, Dialect> dialects;
  private SelfConsistency consistency;

  @Override
  public void configure(Config config) {
    boolean live = config.text("execution", "live").equals("live");
    written = config.text("dialect", AUTO);
    dialects =
        switch (written) {
          case MATHCODER -> Map.of(MATHCODER, MathCoderDialect.from(config, live));
          case FENCED -> Map.of(FENCED, FencedDialect.from(config, live));
          default -> Map.of(MATHCODER, MathCoderDialect.from(config, live), FENCED, FencedDialect.from(config, live));
        };
    consistency = new SelfConsistency(Math.toIntExact(config.integer("votes", 1)));
  }

  /** The dialect asked for, else the one the model names, else fenced for chat models and MathCoder's for all others. */
  private Dialect dialect(ModelInfo model) {
    String named = written.equals(AUTO) ? model.traits().getOrDefault("dialect", "") : written;
    String fallback = FencedPrompts.isChat(model) ? FENCED : MATHCODER;
    return dialects.getOrDefault(named, dialects.getOrDefault(fallback, dialects.values().iterator().next()));
  }

  @Override
  public Solution solve(Problem problem, Session session) {
    Dialect dialect = dialect(session.model(Session.POLICY));
    return consistency.solve(session, branch -> dialect.solve(problem, branch));
  }

  @Override
  public Optional<FirstCall> preview(Problem problem, ModelInfo model, List<Shot> shots) {
    return Optional.of(dialect(model).firstCall(problem, model, shots));
  }
}
