package org.leibniz.strategy.cot.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Stops;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.prompt.PromptTemplate;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.SelfConsistency;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;
import org.leibniz.api.strategy.Solution.Ending;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Chain of thought: the reply is the solution (Wei et al. 2022, arXiv 2201.11903); in the zero-shot form a second call asks
 * for the answer (Kojima et al. 2022, arXiv 2205.11916).
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DecodingStrategy.class, property = Plugin.ID + "=cot")
public final class ChainOfThought implements DecodingStrategy {
  private final Map<Form, Asking> askings = new EnumMap<>(Form.class);
  private Form form;
  private Decoding answering;
  private SelfConsistency consistency;

  /** A prompt and how its reply is decoded. */
  private record Asking(PromptTemplate template, Decoding decoding) {}

  @Override
  public void configure(Config config) {
    form = config.choice("form", Form.class, Form.AUTO);
    askings.put(Form.FEW_SHOT, asking(config, "plain", 1024));
    askings.put(Form.ZERO_SHOT, asking(config, "zero-shot", 32));
    askings.put(Form.ZERO_SHOT_COT, asking(config, "zero-shot-cot", 128));
    Decoding reasoning = askings.get(Form.ZERO_SHOT_COT).decoding();
    answering = new Decoding(reasoning.sampling(), reasoning.stops(), Math.toIntExact(config.integer("answerTokens", 32)));
    consistency = new SelfConsistency(Math.toIntExact(config.integer("votes", 1)));
  }

  private static Asking asking(Config config, String prompt, int maxTokens) {
    PromptTemplate template = PromptTemplate.from(config, "prompt", prompt, ChainOfThought.class);
    Decoding defaults = new Decoding(Sampling.GREEDY, new Stops(template.stops(), false), maxTokens);
    return new Asking(template, Decoding.from(config, defaults));
  }

  @Override
  public Solution solve(Problem problem, Session session) {
    return consistency.solve(session, branch -> once(problem, branch));
  }

  private Solution once(Problem problem, Session session) {
    Asking asking = askings.get(form.resolved(session.model(Session.POLICY)));
    Prompt prompt = asking.template().render(problem, session.shots());
    Generation reply = session.generate(prompt, asking.decoding());
    Segment.Text rationale = new Segment.Text(reply.raw(), session.branchName(), session.lastCall());
    Prompt second = asking.template().second(problem);
    if (second.parts().isEmpty()) {
      return new Solution(List.of(rationale), reply.raw(), ending(reply));
    }
    Prompt asked =
        prompt.plus(new Part.Text(reply.raw())).plus(second.parts().toArray(Part[]::new));
    Generation answer = session.generate(asked, answering);
    Segment.Text answered = new Segment.Text(answer.raw(), session.branchName(), session.lastCall());
    return new Solution(List.of(rationale, answered), answer.raw(), Ending.FINISHED);
  }

  private static Ending ending(Generation reply) {
    return reply.stop() == Stop.LENGTH ? Ending.TRUNCATED : Ending.FINISHED;
  }

  @Override
  public Optional<FirstCall> preview(Problem problem, ModelInfo model, List<Shot> shots) {
    Asking asking = askings.get(form.resolved(model));
    return Optional.of(
        new FirstCall(asking.template().render(problem, shots), asking.decoding(), asking.decoding().overflow()));
  }
}
