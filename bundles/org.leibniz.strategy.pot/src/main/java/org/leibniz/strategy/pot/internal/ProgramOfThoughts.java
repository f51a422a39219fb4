package org.leibniz.strategy.pot.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.executor.Execution;
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
import org.leibniz.api.strategy.SelfConsistency;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Program of thoughts: one call whose reply is a program, which is run once (Chen et al. 2022, arXiv 2211.12588). */
@Component(scope = ServiceScope.PROTOTYPE, service = DecodingStrategy.class, property = Plugin.ID + "=pot")
public final class ProgramOfThoughts implements DecodingStrategy {
  private PromptTemplate template;
  private Decoding decoding;
  private AnswerPlace place;
  private String prelude;
  private SelfConsistency consistency;

  @Override
  public void configure(Config config) {
    template = PromptTemplate.from(config, "prompt", "plain", ProgramOfThoughts.class);
    decoding =
        Decoding.from(config, new Decoding(Sampling.GREEDY, new Stops(template.stops(), false), 1024));
    place = config.choice("answer", AnswerPlace.class, AnswerPlace.AUTO);
    prelude = config.text("prelude").map(lines -> lines.stripTrailing() + "\n").orElse("");
    consistency = new SelfConsistency(Math.toIntExact(config.integer("votes", 1)));
  }

  @Override
  public Solution solve(Problem problem, Session session) {
    return consistency.solve(session, branch -> once(problem, branch));
  }

  private Solution once(Problem problem, Session session) {
    Generation reply = session.generate(template.render(problem, session.shots()), decoding);
    List<Segment> segments = new ArrayList<>();
    String program = ProgramText.of(reply.raw());
    segments.add(new Segment.Code(program, session.branchName(), session.lastCall()));
    Solution.Ending ending =
        reply.stop() == Stop.LENGTH ? Solution.Ending.TRUNCATED : Solution.Ending.FINISHED;
    if (program.isBlank()) {
      return new Solution(segments, "", ending);
    }
    Execution execution = session.run(prelude + place.complete(program));
    segments.add(new Segment.Output(execution.display(), session.branchName(), session.lastCall()));
    String answer = execution.succeeded() ? place.read(execution) : "";
    if (!answer.isEmpty()) {
      segments.add(new Segment.Answer(answer, session.branchName(), session.lastCall()));
    }
    return new Solution(segments, answer, ending);
  }

  @Override
  public Optional<FirstCall> preview(Problem problem, ModelInfo model, List<Shot> shots) {
    return Optional.of(new FirstCall(template.render(problem, shots), decoding, decoding.overflow()));
  }
}
