package org.leibniz.strategy.interleaved.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.executor.Status;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;
import org.leibniz.api.strategy.Solution.Ending;
import org.leibniz.tck.DecodingStrategyContract;
import org.leibniz.tck.ScriptedSession;

class FencedDialectTest extends DecodingStrategyContract {
  private static final Generation PROGRAM = beforeOutput("Let me compute.\n```python\nprint(2 + 2)\n```\n");
  private static final Generation ANSWER = Generation.ended("So it is $\\boxed{4}$.");

  private static Generation beforeOutput(String raw) {
    return new Generation(raw, Stop.STRING, Optional.of("```output"), false, Usage.UNKNOWN);
  }

  @Override
  protected DecodingStrategy create() {
    return new InterleavedDecoding();
  }

  @Override
  protected Config config() {
    return Config.of(Map.of("dialect", "fenced"));
  }

  @Override
  protected List<Generation> replies() {
    return List.of(PROGRAM, ANSWER);
  }

  private Solution solve(ScriptedSession session) {
    InterleavedDecoding strategy = new InterleavedDecoding();
    strategy.configure(config());
    return strategy.solve(problem("What is 2 + 2?"), session);
  }

  @Test
  void runsTheProgramAloneAndShowsItsOutputInAFence() {
    ScriptedSession session = new ScriptedSession(PROGRAM, ANSWER).withExecutor(program -> ScriptedSession.printed("4\n"));
    Solution solution = solve(session);
    assertThat(session.programs()).containsExactly("print(2 + 2)\n");
    assertThat(session.prompts().get(0).rendered()).isEqualTo("<|user|>\nWhat is 2 + 2?\n<|assistant|>\n");
    assertThat(session.prompts().get(1).rendered())
        .endsWith("Let me compute.\n```python\nprint(2 + 2)\n```\n```output\n4\n```\n");
    assertThat(solution.completion())
        .isEqualTo("Let me compute.\n```python\nprint(2 + 2)\n```\n```output\n4\n```\nSo it is $\\boxed{4}$.");
    assertThat(solution.segments())
        .containsExactly(
            new Segment.Text("Let me compute.", "", 0), new Segment.Code("print(2 + 2)", "", 0),
            new Segment.Output("4", "", 1), new Segment.Text("So it is $\\boxed{4}$.", "", 2));
  }

  @Test
  void aChatModelIsToldHowAndSeesOutputsAsTurnsOfTheUser() {
    ModelInfo chat = new ModelInfo("hosted", "0", Map.of("chat", "true"));
    ScriptedSession session =
        new ScriptedSession(PROGRAM, ANSWER).withModel(chat).withExecutor(program -> ScriptedSession.printed("4\n"));
    InterleavedDecoding strategy = new InterleavedDecoding();
    strategy.configure(Config.EMPTY);
    Solution solution = strategy.solve(problem("What is 2 + 2?"), session);
    List<Part> first = session.prompts().getFirst().parts();
    assertThat(first).singleElement().isInstanceOfSatisfying(
        Part.Turn.class,
        turn -> {
          assertThat(turn.role()).isEqualTo("user");
          assertThat(turn.text()).contains("```python").contains("\\boxed{}").endsWith("Problem: What is 2 + 2?");
        });
    assertThat(session.prompts().get(1).parts())
        .containsExactly(
            first.getFirst(),
            new Part.Turn("assistant", "Let me compute.\n```python\nprint(2 + 2)\n```"),
            new Part.Turn("user", "```output\n4\n```"));
    assertThat(solution.completion())
        .isEqualTo("Let me compute.\n```python\nprint(2 + 2)\n```\n```output\n4\n```\nSo it is $\\boxed{4}$.");
    assertThat(strategy.preview(problem("What is 2 + 2?"), chat, List.of()).orElseThrow().prompt())
        .isEqualTo(session.prompts().getFirst());
  }

  @Test
  void workedExamplesComeInTorasFewShotForm() {
    List<Shot> shots = List.of(new Shot("What is 1 + 1?", List.of(), "```python\nprint(2)\n```\n```output\n2\n```\n$\\boxed{2}$", "", "2"));
    ScriptedSession session = new ScriptedSession(ANSWER).withShots(shots);
    solve(session);
    assertThat(session.prompts().getFirst().rendered())
        .contains("---\n\nQuestion: What is 1 + 1?\n\nSolution:\n```python")
        .endsWith("\n---\n\nQuestion: What is 2 + 2?\n\nSolution:");
  }

  @Test
  void showsTheLastLineOfAFailure() {
    ScriptedSession session =
        new ScriptedSession(PROGRAM, ANSWER)
            .withExecutor(program -> ScriptedSession.failed(Status.ERROR, "ZeroDivisionError", "division by zero"));
    assertThat(solve(session).completion()).contains("```output\nZeroDivisionError: division by zero\n```");
  }

  @Test
  void saysThatTheCallLimitWasReached() {
    Generation[] endless = Collections.nCopies(9, PROGRAM).toArray(Generation[]::new);
    Solution solution = solve(new ScriptedSession(endless));
    assertThat(solution.ending()).isEqualTo(Ending.ROUND_LIMIT);
    assertThat(solution.completion()).endsWith("Reach max function call limit.");
    assertThat(solution.segments().stream().filter(Segment.Output.class::isInstance)).hasSize(4);
  }

  @Test
  void shortensLongOutputInTheMiddle() {
    ScriptedSession session =
        new ScriptedSession(PROGRAM, ANSWER).withExecutor(program -> ScriptedSession.printed("a".repeat(300) + "b".repeat(300)));
    assertThat(solve(session).completion()).contains("\n" + "a".repeat(200) + "..." + "b".repeat(200) + "\n");
  }

  @Test
  void runsNothingThatAsksForInput() {
    ScriptedSession session = new ScriptedSession(beforeOutput("```python\ninput()\n```\n"), ANSWER);
    assertThat(solve(session).completion()).contains("```output\nRuntimeError\n```");
    assertThat(session.programs()).isEmpty();
  }
}
