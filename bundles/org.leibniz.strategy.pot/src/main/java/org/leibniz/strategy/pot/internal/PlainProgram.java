package org.leibniz.strategy.pot.internal;

import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Stops;
import org.leibniz.api.prompt.PromptTemplate;
import org.leibniz.api.strategy.DecodingStrategy.FirstCall;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.SelfConsistency;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;

/** The reply is a whole program; what it prints, or its value, is the answer. */
record PlainProgram(
    PromptTemplate template, Decoding decoding, AnswerPlace place, String prelude, SelfConsistency consistency)
    implements Protocol {
  static PlainProgram from(Config config) {
    PromptTemplate template = PromptTemplate.from(config, "prompt", "plain", PlainProgram.class);
    return new PlainProgram(
        template,
        Decoding.from(config, new Decoding(Sampling.GREEDY, new Stops(template.stops(), false), 1024)),
        config.choice("answer", AnswerPlace.class, AnswerPlace.AUTO),
        config.text("prelude").map(lines -> lines.stripTrailing() + "\n").orElse(""),
        new SelfConsistency(Math.toIntExact(config.integer("votes", 1))));
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
  public FirstCall firstCall(Problem problem, ModelInfo model, List<Shot> shots) {
    return new FirstCall(template.render(problem, shots), decoding, decoding.overflow());
  }
}
