package org.leibniz.strategy.hybrid.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.ModelInfo;
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
 * MAmmoTH's hybrid decoding (arXiv 2309.05653): programs where they serve, prose where they do not, and for multiple choice
 * the closest option where the answer is no letter. Program, prose and matching are the branches {@code pot}, {@code cot}
 * and {@code match}.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DecodingStrategy.class, property = Plugin.ID + "=hybrid")
public final class ProgramAndProse implements DecodingStrategy {
  private PromptTemplate template;
  private Decoding decoding;
  private Mode mode;
  private Trigger trigger;
  private boolean asksForTheClosestOption;
  private SelfConsistency consistency;

  @Override
  public void configure(Config config) {
    template = PromptTemplate.from(config, "prompt", "alpaca", ProgramAndProse.class);
    decoding = Decoding.from(config, new Decoding(Sampling.GREEDY, new Stops(template.stops(), false), 1024));
    mode = config.choice("mode", Mode.class, Mode.FALLBACK);
    trigger = config.choice("trigger", Trigger.class, Trigger.CODE);
    asksForTheClosestOption = config.text("match", "self").equals("self");
    consistency = new SelfConsistency(Math.toIntExact(config.integer("votes", 1)));
  }

  @Override
  public Solution solve(Problem problem, Session session) {
    return consistency.solve(session, branch -> once(problem, branch));
  }

  private Solution once(Problem problem, Session session) {
    List<Segment> transcript = new ArrayList<>();
    Attempt attempt = attempt(problem, session, transcript);
    if (problem.isMultipleChoice()) {
      return matched(problem, session, transcript, attempt);
    }
    return new Solution(transcript, attempt.completion(), attempt.ending());
  }

  /**
   * What came of one way of asking.
   *
   * @param silent whether there was a program and it printed nothing
   */
  private record Attempt(String completion, boolean silent, Ending ending) {}

  private Attempt attempt(Problem problem, Session session, List<Segment> transcript) {
    if (mode == Mode.BY_FORM) {
      return problem.isMultipleChoice() ? prose(problem, session, transcript) : program(problem, session, transcript);
    }
    Attempt first = program(problem, session, transcript);
    boolean again = problem.isMultipleChoice() ? first.silent() : answer(session, first).isEmpty();
    return again ? prose(problem, session, transcript) : first;
  }

  private Attempt prose(Problem problem, Session session, List<Segment> transcript) {
    Session branch = session.branch("cot");
    Generation reply = branch.generate(prompt(problem, branch.shots(), ""), decoding);
    transcript.add(new Segment.Text(reply.raw(), branch.branchName(), branch.lastCall()));
    return new Attempt(reply.raw(), false, ending(reply));
  }

  private Attempt program(Problem problem, Session session, List<Segment> transcript) {
    Session branch = session.branch("pot");
    Generation reply = branch.generate(prompt(problem, branch.shots(), trigger.text()), decoding);
    ProgramReply program = new ProgramReply(reply.raw());
    if (!program.isProgram()) {
      transcript.add(new Segment.Text(reply.raw(), branch.branchName(), branch.lastCall()));
      return new Attempt(reply.raw(), false, ending(reply));
    }
    transcript.add(new Segment.Code(reply.raw(), branch.branchName(), branch.lastCall()));
    Execution execution = branch.run(program.program());
    transcript.add(new Segment.Output(execution.display(), branch.branchName(), branch.lastCall()));
    String printed = execution.succeeded() ? execution.stdout().replace("\n", "").strip() : "";
    String completion = printed.isEmpty() ? "" : "The answer is " + printed;
    return new Attempt(completion, printed.isEmpty(), ending(reply));
  }

  private Solution matched(Problem problem, Session session, List<Segment> transcript, Attempt attempt) {
    String answer = answer(session, attempt);
    boolean isLetter = problem.choices().stream().anyMatch(choice -> choice.label().equals(answer));
    if (isLetter || answer.isEmpty()) {
      return new Solution(transcript, attempt.completion(), attempt.ending());
    }
    if (!asksForTheClosestOption) {
      return new Solution(transcript, "The answer is " + problem.choices().getFirst().label(), attempt.ending());
    }
    Session branch = session.branch("match");
    String options =
        problem.choices().stream().map(choice -> "(" + choice.label() + ") " + choice.text()).collect(Collectors.joining(" "));
    Problem question =
        new Problem(
            problem.id(), problem.position(), "Please find the closest option to " + answer + ". The options are " + options,
            problem.subject(), problem.level(), List.of(), "", "", problem.attributes());
    Generation reply = branch.generate(prompt(question, List.of(), ""), decoding);
    transcript.add(new Segment.Text(reply.raw(), branch.branchName(), branch.lastCall()));
    return new Solution(transcript, reply.raw(), ending(reply));
  }

  private static String answer(Session session, Attempt attempt) {
    if (attempt.completion().isBlank()) {
      return "";
    }
    return session.answers().extract(Solution.ofText(attempt.completion())).answer().orElse("").strip();
  }

  private static Ending ending(Generation reply) {
    return reply.stop() == Stop.LENGTH ? Ending.TRUNCATED : Ending.FINISHED;
  }

  private Prompt prompt(Problem problem, List<Shot> shots, String behind) {
    return template.render(problem, shots, Map.of("trigger", behind));
  }

  @Override
  public Optional<FirstCall> preview(Problem problem, ModelInfo model, List<Shot> shots) {
    boolean prose = mode == Mode.BY_FORM && problem.isMultipleChoice();
    return Optional.of(new FirstCall(prompt(problem, shots, prose ? "" : trigger.text()), decoding, decoding.overflow()));
  }
}
