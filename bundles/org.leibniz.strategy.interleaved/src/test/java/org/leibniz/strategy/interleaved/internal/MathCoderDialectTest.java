package org.leibniz.strategy.interleaved.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.executor.Status;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Solution;
import org.leibniz.api.strategy.Solution.Ending;
import org.leibniz.tck.DecodingStrategyContract;
import org.leibniz.tck.ScriptedSession;

class MathCoderDialectTest extends DecodingStrategyContract {
  private static final Generation CLOSE = stopped("<|endofmessage|>", "<|endofmessage|>");

  private static Generation stopped(String raw, String stop) {
    return new Generation(raw, Stop.STRING, Optional.of(stop), true, Usage.UNKNOWN);
  }

  private static Generation text(String text) {
    return stopped("<|text|>" + text + "<|endofblock|>", "<|endofblock|>");
  }

  private static Generation code(String code) {
    return stopped("<|code|>" + code + "<|endofblock|>", "<|endofblock|>");
  }

  @Override
  protected DecodingStrategy create() {
    return new InterleavedDecoding();
  }

  @Override
  protected List<Generation> replies() {
    return List.of(text("Let me compute."), code("2 + 2"), text("4"), CLOSE);
  }

  private static Solution solve(Map<String, Object> settings, ScriptedSession session) {
    InterleavedDecoding strategy = new InterleavedDecoding();
    strategy.configure(Config.of(settings));
    return strategy.solve(problem("What is 2 + 2?"), session);
  }

  @Test
  void sendsThePromptOfThePublishedRuns() {
    ScriptedSession session = new ScriptedSession(CLOSE);
    solve(Map.of(), session);
    assertThat(session.prompts().getFirst().rendered())
        .isEqualTo(
            "<|system|><|text|>Below is a math problem. Please solve it step by step.<|endofblock|><|endofmessage|>"
                + "<|user|><|text|>What is 2 + 2?<|endofblock|><|endofmessage|><|assistant|>");
    assertThat(session.prompts().getFirst().parts()).startsWith(new Part.Control("<|system|>"), new Part.Control("<|text|>"));
  }

  @Test
  void putsTheResultOfACodeBlockIntoThePrompt() {
    ScriptedSession session =
        new ScriptedSession(code("2 + 2"), text("4"), CLOSE).withExecutor(program -> ScriptedSession.echoed("4"));
    Solution solution = solve(Map.of(), session);
    assertThat(session.prompts().get(1).rendered())
        .endsWith("<|assistant|><|code|>2 + 2<|endofblock|><|execution|>4<|endofblock|>");
    assertThat(solution.segments())
        .containsExactly(
            new Segment.Code("2 + 2", "", 0), new Segment.Output("4", "", 1), new Segment.Text("4", "", 2));
    assertThat(solution.completion()).isEqualTo("4");
    assertThat(solution.ending()).isEqualTo(Ending.FINISHED);
  }

  @Test
  void showsTheModelThatAnExecutionGaveNothing() {
    ScriptedSession session = new ScriptedSession(code("x = 1"), CLOSE);
    assertThat(solve(Map.of(), session).completion()).isEqualTo("<empty_execution>");
  }

  @Test
  void showsTheModelATimeoutAsAnError() {
    ScriptedSession session =
        new ScriptedSession(code("while True: pass"), CLOSE)
            .withExecutor(program -> ScriptedSession.failed(Status.TIMEOUT, "TimeoutError", "took too long"));
    assertThat(solve(Map.of(), session).completion())
        .startsWith("-".repeat(75) + " took too long")
        .endsWith("Traceback (most recent call last)");
  }

  @Test
  void stopsAtTheRoundLimitAndKeepsTheLastExecution() {
    ScriptedSession session =
        new ScriptedSession(Collections.nCopies(40, code("1")).toArray(Generation[]::new))
            .withExecutor(program -> ScriptedSession.echoed("1"));
    Solution solution = solve(Map.of(), session);
    assertThat(session.prompts()).hasSize(16);
    assertThat(solution.ending()).isEqualTo(Ending.ROUND_LIMIT);
    assertThat(solution.completion()).isEqualTo("1");
  }

  @Test
  void runsACodeBlockThatWasCut() {
    Generation cut = new Generation("<|code|>print(1)\nprint(", Stop.LENGTH, Optional.empty(), false, Usage.UNKNOWN);
    ScriptedSession session = new ScriptedSession(cut, CLOSE);
    Solution solution = solve(Map.of(), session);
    assertThat(session.programs()).containsExactly("print(1)\nprint(");
    assertThat(solution.ending()).isEqualTo(Ending.TRUNCATED);
  }

  @Test
  void keepsWhatItHasWhenTheModelFailsInTheMiddle() {
    ScriptedSession session = new ScriptedSession(text("So far"));
    Solution solution = solve(Map.of(), session);
    assertThat(solution.ending()).isEqualTo(Ending.MODEL_FAILED);
    assertThat(solution.completion()).isEqualTo("So far");
  }

  @Test
  void roundsLongDecimalsInTheModelsBlocksButNotInResults() {
    ScriptedSession session =
        new ScriptedSession(code("eps = 0.00000012\nx = 3.14159265358979"), CLOSE)
            .withExecutor(program -> ScriptedSession.echoed("2.718281828459045"));
    Solution solution = solve(Map.of(), session);
    assertThat(session.programs()).containsExactly("eps = 0.000000\nx = 3.141593");
    assertThat(solution.completion()).isEqualTo("2.718281828459045");
  }

  @Test
  void splitsRepliesAtControlTokensWithoutLosingACharacter() {
    List<String> replies = List.of("<|text|>a <| b<|endofblock|>", "plain", "<|nonsense|><|text|>", "");
    for (String reply : replies) {
      List<Part> parts = new ArrayList<>(List.of(ControlTokens.parts(reply)));
      assertThat(new org.leibniz.api.model.Prompt(parts).rendered()).isEqualTo(reply);
    }
  }

  @Test
  void runsNothingWhereTheModelImaginesItsExecutions() {
    ScriptedSession session =
        new ScriptedSession(
            code("2 + 2"), stopped("<|execution|>5<|endofblock|>", "<|endofblock|>"), text("5"), CLOSE);
    Solution solution = solve(Map.of("execution", "imagined"), session);
    assertThat(session.programs()).isEmpty();
    assertThat(solution.segments())
        .containsExactly(
            new Segment.Code("2 + 2", "", 0), new Segment.Output("5", "", 1), new Segment.Text("5", "", 2));
  }
}
