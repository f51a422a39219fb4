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
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Stops;
import org.leibniz.api.strategy.DecodingStrategy.FirstCall;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;
import org.leibniz.api.strategy.Solution.Ending;

/**
 * ToRA's decoding loop (arXiv 2309.17452; microsoft/ToRA@213c1c9): the model writes prose and {@code ```python} blocks and
 * stops before {@code ```output}; the last program is run alone, its output appended in a fence, and the model goes on until
 * a reply has {@code boxed} in it or ends without a program. The completion is the whole trace.
 */
record FencedDialect(FencedPrompts prompts, Decoding decoding, int maxRounds, boolean live) implements Dialect {
  private static final String FENCE = "```";
  private static final String OUTPUT = "```output";
  private static final int SHOWN = 400;
  private static final List<String> REFUSED = List.of("input(", "os.system(");

  static FencedDialect from(Config config, boolean live) {
    Stops stops = new Stops(live ? List.of("</s>", OUTPUT) : List.of("</s>"), false);
    return new FencedDialect(
        FencedPrompts.from(config),
        Decoding.from(config, new Decoding(Sampling.GREEDY, stops, 1024)),
        Math.toIntExact(config.integer("maxRounds", 4)),
        live);
  }

  @Override
  public Solution solve(Problem problem, Session session) {
    ModelInfo model = session.model(Session.POLICY);
    Prompt prompt = prompts.first(problem, model, session.shots());
    StringBuilder trace = new StringBuilder();
    List<Segment> segments = new ArrayList<>();
    for (int round = 0; round < maxRounds; round++) {
      Generation generation;
      try {
        generation = session.generate(prompt, decoding);
      } catch (LeibnizException e) {
        if (e.code() != ErrorCode.MODEL_FAILED) {
          throw e;
        }
        return new Solution(segments, trace.toString().strip(), Ending.MODEL_FAILED);
      }
      String reply = generation.raw().stripTrailing();
      trace.append(reply);
      segments.addAll(new FencedText(reply).segments(session.branchName(), session.lastCall()));
      Optional<String> program = goesOn(model, reply) ? new FencedText(trace.toString()).lastProgram()
          : Optional.empty();
      if (!live || program.isEmpty()) {
        Ending ending = generation.stop() == Stop.LENGTH ? Ending.TRUNCATED : Ending.FINISHED;
        return new Solution(segments, trace.toString().strip(), ending);
      }
      String result = result(program.get(), session);
      segments.add(new Segment.Output(result, session.branchName(), session.lastCall()));
      String output = "\n```output\n" + result + "\n```\n";
      trace.append(output);
      prompt = FencedPrompts.next(prompt, model, reply, output);
    }
    trace.append("\nReach max function call limit.");
    return new Solution(segments, trace.toString().strip(), Ending.ROUND_LIMIT);
  }

  /** Chat models like to say something after a program, before they have seen what it prints. */
  private static boolean goesOn(ModelInfo model, String reply) {
    boolean asks =
        FencedPrompts.isChat(model) ? new FencedText(reply).lastProgram().isPresent() : reply.endsWith(FENCE);
    return asks && !reply.contains("boxed");
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
  public FirstCall firstCall(Problem problem, ModelInfo model, List<Shot> shots) {
    return new FirstCall(prompts.first(problem, model, shots), decoding, decoding.overflow());
  }
}
