package org.leibniz.strategy.interleaved.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Status;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Stops;
import org.leibniz.api.prompt.PromptTemplate;
import org.leibniz.api.strategy.DecodingStrategy.FirstCall;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;
import org.leibniz.api.strategy.Solution.Ending;

/**
 * ToRA's decoding loop (arXiv 2309.17452; microsoft/ToRA@213c1c9): the model writes prose and {@code ```python} blocks and
 * stops before {@code ```output}; the last program is run alone, its output appended in a fence, and the model goes on until
 * a reply has {@code boxed} in it or ends without a program. The completion is the whole trace. Chat models are asked in turns,
 * with a prompt that explains the game.
 */
record FencedDialect(PromptTemplate template, Decoding decoding, int maxRounds, boolean live, Framing framing)
    implements Dialect {
  private static final String OUTPUT = "```output";
  private static final int SHOWN = 400;
  private static final List<String> REFUSED = List.of("input(", "os.system(");

  static FencedDialect from(Config config, boolean live, Framing framing) {
    Stops stops = new Stops(live ? List.of("</s>", OUTPUT) : List.of("</s>"), false);
    return new FencedDialect(
        PromptTemplate.from(config, "prompt", framing == Framing.TURNS ? "chat" : "tora", FencedDialect.class),
        Decoding.from(config, new Decoding(Sampling.GREEDY, stops, 1024)),
        Math.toIntExact(config.integer("maxRounds", 4)),
        live,
        framing);
  }

  @Override
  public Solution solve(Problem problem, Session session) {
    Prompt rendered = template.render(problem, session.shots());
    List<Framing.Round> rounds = new ArrayList<>();
    StringBuilder trace = new StringBuilder();
    List<Segment> segments = new ArrayList<>();
    for (int round = 0; round < maxRounds; round++) {
      Generation generation;
      try {
        generation = session.generate(framing.prompt(rendered, rounds), decoding);
      } catch (LeibnizException e) {
        if (e.code() != ErrorCode.MODEL_FAILED) {
          throw e;
        }
        return new Solution(segments, trace.toString().strip(), Ending.MODEL_FAILED);
      }
      String reply = generation.raw().stripTrailing();
      trace.append(reply);
      segments.addAll(new FencedText(reply).segments(session.branchName(), session.lastCall()));
      boolean goesOn = !reply.contains("boxed") && framing.goesOn(reply);
      Optional<String> program = goesOn ? new FencedText(trace.toString()).lastProgram() : Optional.empty();
      if (!live || program.isEmpty()) {
        Ending ending = generation.stop() == Stop.LENGTH ? Ending.TRUNCATED : Ending.FINISHED;
        return new Solution(segments, trace.toString().strip(), ending);
      }
      String result = result(program.get(), session);
      segments.add(new Segment.Output(result, session.branchName(), session.lastCall()));
      String output = "```output\n" + result + "\n```\n";
      trace.append('\n').append(output);
      rounds.add(new Framing.Round(reply, output));
    }
    trace.append("\nReach max function call limit.");
    return new Solution(segments, trace.toString().strip(), Ending.ROUND_LIMIT);
  }

  private static String result(String program, Session session) {
    if (REFUSED.stream().anyMatch(program::contains)) {
      return "RuntimeError";
    }
    String text = text(session.run(program));
    return text.length() <= SHOWN
        ? text
        : text.substring(0, SHOWN / 2) + "..." + text.substring(text.length() - SHOWN / 2);
  }

  private static String text(Execution execution) {
    if (execution.status() == Status.TIMEOUT) {
      return "timeout_decorator.timeout_decorator.TimeoutError: 'Timed Out'";
    }
    if (!execution.succeeded()) {
      String message = execution.error().message();
      return execution.error().type() + (message.isEmpty() ? "" : ": " + message);
    }
    String printed = execution.stdout().strip();
    return printed.isEmpty() ? "Done" : printed;
  }

  @Override
  public FirstCall firstCall(Problem problem, List<Shot> shots) {
    return new FirstCall(framing.prompt(template.render(problem, shots), List.of()), decoding, decoding.overflow());
  }
}
