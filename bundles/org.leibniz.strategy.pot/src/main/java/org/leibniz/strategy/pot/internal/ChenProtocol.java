package org.leibniz.strategy.pot.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stops;
import org.leibniz.api.strategy.DecodingStrategy.FirstCall;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;
import org.leibniz.api.strategy.Solution.Ending;

/**
 * Program of Thoughts as it was evaluated (Chen et al. 2022, arXiv 2211.12588): the program's variable {@code ans} is made
 * plain, several programs vote where there are votes, and for multiple choice a second call, in the branch {@code choice},
 * asks for the option closest to the value.
 */
record ChenProtocol(ChenPrompts prompts, Config config, int votes, Form form) implements Protocol {
  private static final String SVAMP = "svamp";
  private static final String MAWPS = "mawps";

  static ChenProtocol from(Config config) {
    Form form = config.choice("form", Form.class, Form.AUTO);
    if (form == Form.ZERO_SHOT_COT) {
      throw config.wrong("form", "protocol chen has few-shot and zero-shot, whose prompt asks for steps already");
    }
    return new ChenProtocol(ChenPrompts.from(config), config, Math.toIntExact(config.integer("votes", 1)), form);
  }

  @Override
  public Solution solve(Problem problem, Session session) {
    ModelInfo model = session.model(Session.POLICY);
    boolean zero = isZeroShot(model, session.shots());
    int ballots = Integer.parseInt(model.traits().getOrDefault("votes", Integer.toString(votes)));
    List<Segment> transcript = new ArrayList<>();
    Optional<String> value =
        ballots == 1 ? value(problem, session, zero, kind(problem, zero), transcript) : vote(problem, session, ballots, transcript);
    if (!problem.isMultipleChoice()) {
      return new Solution(transcript, value.orElse(""), Ending.FINISHED);
    }
    String option = value.isPresent() ? choice(problem, session, value.get(), transcript) : ballots == 1 ? "None" : "A";
    return new Solution(transcript, option, Ending.FINISHED);
  }

  private boolean isZeroShot(ModelInfo model, List<Shot> shots) {
    return form.resolved(model, shots) != Form.FEW_SHOT;
  }

  private static ChenValue kind(Problem problem, boolean zero) {
    if (problem.isMultipleChoice()) {
      return ChenValue.SIMPLIFIED_NUMBER;
    }
    String dataset = ChenPrompts.dataset(problem);
    boolean absolute = zero ? dataset.equals(MAWPS) : dataset.equals(SVAMP);
    return absolute ? ChenValue.ABSOLUTE : ChenValue.NUMBER;
  }

  private Optional<String> value(
      Problem problem, Session session, boolean zero, ChenValue kind, List<Segment> transcript) {
    Prompt prompt = prompts.render(problem, zero, session.shots());
    Generation reply = session.generate(prompt, decoding(problem, zero));
    String program = zero ? continued(prompt.rendered(), reply.raw()) : reply.raw();
    transcript.add(new Segment.Code(program, session.branchName(), session.lastCall()));
    Optional<String> value = kind.of(program, session);
    transcript.add(new Segment.Output(value.orElse("None"), session.branchName(), session.lastCall()));
    return value;
  }

  /** The begun function with the reply's first line and the lines that still belong to its body, and its call. */
  private static String continued(String prompt, String reply) {
    StringBuilder program = new StringBuilder(prompt);
    boolean first = true;
    for (String line : (Iterable<String>) reply.lines()::iterator) {
      if (!first && !line.startsWith("    ")) {
        break;
      }
      program.append(line).append('\n');
      first = false;
    }
    return program.append("ans = solver()").toString();
  }

  private Optional<String> vote(Problem problem, Session session, int ballots, List<Segment> transcript) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int vote = 0; vote < ballots; vote++) {
      value(problem, session.branch("vote-" + vote), false, ChenValue.SIMPLIFIED, transcript)
          .ifPresent(value -> counts.merge(value, 1, Integer::sum));
    }
    String winner = null;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (winner == null || count.getValue() > counts.get(winner)) {
        winner = count.getKey();
      }
    }
    return Optional.ofNullable(winner);
  }

  private String choice(Problem problem, Session session, String value, List<Segment> transcript) {
    Session branch = session.branch("choice");
    Generation reply = branch.generate(prompts.closest(problem, value), new Decoding(Sampling.GREEDY, new Stops(List.of("\n"), false), 32));
    transcript.add(new Segment.Text(reply.raw(), branch.branchName(), branch.lastCall()));
    return reply.raw().strip();
  }

  private Decoding decoding(Problem problem, boolean zero) {
    int maxTokens = zero ? problem.isMultipleChoice() ? 480 : 300 : 256;
    Stops stops = new Stops(prompts.template(problem, zero).stops(), false);
    return Decoding.from(config, new Decoding(Sampling.GREEDY, stops, maxTokens));
  }

  @Override
  public FirstCall firstCall(Problem problem, ModelInfo model, List<Shot> shots) {
    boolean zero = isZeroShot(model, shots);
    Decoding decoding = decoding(problem, zero);
    return new FirstCall(prompts.render(problem, zero, shots), decoding, decoding.overflow());
  }
}
