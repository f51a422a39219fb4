package org.leibniz.strategy.pot.internal;

import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;
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

/** The reply is a whole program; what it prints, or its value, is the answer. In one form reasoning precedes the program. */
record PlainProgram(
    Asking direct, Asking reasoning, Form form, AnswerPlace place, String prelude, SelfConsistency consistency)
    implements Protocol {
  /** A prompt, and how the program is decoded; {@code first} is for a reply before it. */
  private record Asking(PromptTemplate template, Decoding first, Decoding program) {
    static Asking from(Config config, String fallback, int firstTokens) {
      PromptTemplate template = PromptTemplate.from(config, "prompt", fallback, PlainProgram.class);
      Decoding program =
          Decoding.from(config, new Decoding(Sampling.GREEDY, new Stops(template.stops(), false), 1024));
      return new Asking(
          template,
          new Decoding(program.sampling(), program.stops(), firstTokens, program.maxPromptTokens()),
          program);
    }
  }

  static PlainProgram from(Config config) {
    int reasoningTokens = Math.toIntExact(config.integer("reasoningTokens", 512));
    return new PlainProgram(
        Asking.from(config, "plain", reasoningTokens),
        Asking.from(config, "step-by-step", reasoningTokens),
        config.choice("form", Form.class, Form.AUTO),
        config.choice("answer", AnswerPlace.class, AnswerPlace.AUTO),
        config.text("prelude").map(lines -> lines.stripTrailing() + "\n").orElse(""),
        new SelfConsistency(Math.toIntExact(config.integer("votes", 1))));
  }

  @Override
  public Solution solve(Problem problem, Session session) {
    return consistency.solve(session, branch -> once(problem, branch));
  }

  private Solution once(Problem problem, Session session) {
    List<Segment> segments = new ArrayList<>();
    Form asked = form.resolved(session.model(Session.POLICY), session.shots());
    Generation reply = asked == Form.ZERO_SHOT_COT ? reasoned(problem, session, segments) : direct(problem, session, asked);
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

  private Generation direct(Problem problem, Session session, Form asked) {
    return session.generate(prompt(problem, asked, session.shots()), direct.program());
  }

  private Generation reasoned(Problem problem, Session session, List<Segment> segments) {
    Prompt prompt = prompt(problem, Form.ZERO_SHOT_COT, session.shots());
    Generation rationale = session.generate(prompt, reasoning.first());
    segments.add(new Segment.Text(rationale.raw(), session.branchName(), session.lastCall()));
    Prompt second = reasoning.template().second(problem);
    return session.generate(
        prompt.plus(new Part.Text(rationale.raw())).plus(second.parts().toArray(Part[]::new)), reasoning.program());
  }

  private Prompt prompt(Problem problem, Form asked, List<Shot> shots) {
    return switch (asked) {
      case AUTO, FEW_SHOT -> direct.template().render(problem, shots);
      case ZERO_SHOT -> direct.template().render(problem, List.of());
      case ZERO_SHOT_COT -> reasoning.template().render(problem, List.of());
    };
  }

  @Override
  public FirstCall firstCall(Problem problem, ModelInfo model, List<Shot> shots) {
    Form asked = form.resolved(model, shots);
    Decoding decoding = asked == Form.ZERO_SHOT_COT ? reasoning.first() : direct.program();
    return new FirstCall(prompt(problem, asked, shots), decoding, decoding.overflow());
  }
}
