package org.leibniz.strategy.interleaved.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
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
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;
import org.leibniz.api.strategy.Solution.Ending;

/**
 * MathCoder's decoding loop (arXiv 2310.03731; mathllm/MathCoder@d6c91fb, src/inference.py): the model writes one block a
 * call; a code block is run in the problem's notebook and its result put into the prompt as an execution block; a reply that
 * closes the message ends the loop and is not recorded. A block cut by the token limit is still run, and a failed call ends
 * the loop with what there is. The completion is the last message, whatever its kind. Where execution is imagined nothing is
 * run and the model writes its own execution blocks (the paper's ablation).
 */
record MathCoderDialect(
    PromptTemplate template, Decoding decoding, Map<String, String> texts, Decimals decimals, int maxRounds, boolean live)
    implements Dialect {
  private static final String TRACEBACK = "Traceback (most recent call last)";
  private static final String EMPTY_EXECUTION = "<empty_execution>";
  private static final String DEFAULT_SYSTEM = "Below is a math problem. Please solve it step by step.";

  static MathCoderDialect from(Config config, boolean live) {
    Stops stops = new Stops(List.of(ControlTokens.END_OF_MESSAGE, ControlTokens.END_OF_BLOCK), true);
    return new MathCoderDialect(
        PromptTemplate.from(config, "prompt", "mathcoder", MathCoderDialect.class),
        Decoding.from(config, new Decoding(Sampling.GREEDY, stops, 512, 1536)),
        Map.of("system", config.text("system", DEFAULT_SYSTEM), "suffix", config.text("suffix", "")),
        new Decimals(Math.toIntExact(config.integer("decimals", 6))),
        Math.toIntExact(config.integer("maxRounds", 16)),
        live);
  }

  @Override
  public Solution solve(Problem problem, Session session) {
    Prompt prompt = template.render(problem, session.shots(), texts);
    List<Segment> messages = new ArrayList<>();
    boolean cut = false;
    for (int round = 0; round < maxRounds; round++) {
      Generation generation;
      try {
        generation = session.generate(prompt, decoding);
      } catch (LeibnizException e) {
        if (e.code() != ErrorCode.MODEL_FAILED) {
          throw e;
        }
        return solution(messages, Ending.MODEL_FAILED);
      }
      cut |= generation.stop() == Stop.LENGTH;
      String reply = decimals.round(generation.raw());
      prompt = prompt.plus(ControlTokens.parts(reply));
      int call = session.lastCall();
      if (reply.startsWith(ControlTokens.CODE)) {
        String code = ControlTokens.content(reply, ControlTokens.CODE);
        messages.add(new Segment.Code(code, session.branchName(), call));
        if (!live) {
          continue;
        }
        String shown = shown(session.notebook().run(code));
        messages.add(new Segment.Output(shown, session.branchName(), session.lastCall()));
        prompt =
            prompt.plus(
                new Part.Control(ControlTokens.EXECUTION),
                new Part.Text(shown),
                new Part.Control(ControlTokens.END_OF_BLOCK));
      } else if (reply.startsWith(ControlTokens.EXECUTION) && !live) {
        messages.add(
            new Segment.Output(ControlTokens.content(reply, ControlTokens.EXECUTION), session.branchName(), call));
      } else if (reply.endsWith(ControlTokens.END_OF_MESSAGE)) {
        return solution(messages, cut ? Ending.TRUNCATED : Ending.FINISHED);
      } else {
        messages.add(
            new Segment.Text(ControlTokens.content(reply, ControlTokens.TEXT), session.branchName(), call));
      }
    }
    return solution(messages, Ending.ROUND_LIMIT);
  }

  /** What the model is shown; a program that did not end looks like an error, as in the released program's harness. */
  private static String shown(Execution execution) {
    String display = execution.display();
    boolean ended =
        switch (execution.status()) {
          case OK, ERROR, TRUNCATED, UNSUPPORTED -> true;
          case TIMEOUT, MEMORY, CRASHED -> display.contains(TRACEBACK);
        };
    if (!ended) {
      display += "-".repeat(75) + " " + execution.error().message() + " ".repeat(32) + TRACEBACK + " ";
    }
    String stripped = display.strip();
    return stripped.isEmpty() ? EMPTY_EXECUTION : stripped;
  }

  private static Solution solution(List<Segment> messages, Ending ending) {
    return new Solution(messages, messages.isEmpty() ? "" : messages.getLast().text(), ending);
  }

  @Override
  public FirstCall firstCall(Problem problem, ModelInfo model, List<Shot> shots) {
    return new FirstCall(template.render(problem, shots, texts), decoding, decoding.overflow());
  }
}
