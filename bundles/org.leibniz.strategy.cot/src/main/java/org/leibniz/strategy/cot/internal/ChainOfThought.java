package org.leibniz.strategy.cot.internal;

import java.util.List;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Stops;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.prompt.PromptTemplate;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Chain of thought: one call whose reply is the solution (Wei et al. 2022, arXiv 2201.11903). */
@Component(scope = ServiceScope.PROTOTYPE, service = DecodingStrategy.class, property = Plugin.ID + "=cot")
public final class ChainOfThought implements DecodingStrategy {
  private PromptTemplate template;
  private Decoding decoding;

  @Override
  public void configure(Config config) {
    template = PromptTemplate.from(config, "prompt", "plain", ChainOfThought.class);
    decoding =
        Decoding.from(config, new Decoding(Sampling.GREEDY, new Stops(template.stops(), false), 1024));
  }

  @Override
  public Solution solve(Problem problem, Session session) {
    Generation reply = session.generate(template.render(problem, session.shots()), decoding);
    Solution.Ending ending =
        reply.stop() == Stop.LENGTH ? Solution.Ending.TRUNCATED : Solution.Ending.FINISHED;
    return new Solution(
        List.of(new Segment.Text(reply.raw(), session.branchName(), session.lastCall())), reply.raw(), ending);
  }

  @Override
  public Optional<FirstCall> preview(Problem problem, ModelInfo model, List<Shot> shots) {
    return Optional.of(new FirstCall(template.render(problem, shots), decoding, decoding.overflow()));
  }
}
