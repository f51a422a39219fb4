package org.leibniz.strategy.pot.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.Status;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;
import org.leibniz.tck.DecodingStrategyContract;
import org.leibniz.tck.ScriptedSession;

class ProgramOfThoughtsTest extends DecodingStrategyContract {
  @Override
  protected DecodingStrategy create() {
    return new ProgramOfThoughts();
  }

  @Override
  protected List<Generation> replies() {
    return List.of(Generation.ended("print(2 + 2)"));
  }

  private static Solution solve(Map<String, Object> settings, ScriptedSession session) {
    ProgramOfThoughts strategy = new ProgramOfThoughts();
    strategy.configure(Config.of(settings));
    return strategy.solve(problem("What is 2 + 2?"), session);
  }

  @Test
  void takesWhatTheProgramPrintedAsTheAnswer() {
    ScriptedSession session =
        new ScriptedSession(Generation.ended("print(2 + 2)")).withExecutor(program -> ScriptedSession.printed("4\n"));
    assertThat(solve(Map.of(), session).completion()).isEqualTo("4");
    assertThat(session.programs()).containsExactly("print(2 + 2)");
  }

  @Test
  void takesTheLastValueWhereNothingWasPrinted() {
    ScriptedSession session =
        new ScriptedSession(Generation.ended("2 + 2")).withExecutor(program -> ScriptedSession.echoed("4"));
    assertThat(solve(Map.of(), session).completion()).isEqualTo("4");
  }

  @Test
  void asksForTheVariableAnsInTheFormOfProgramOfThoughts() {
    ScriptedSession session =
        new ScriptedSession(Generation.ended("ans = 2 + 2")).withExecutor(program -> ScriptedSession.echoed("4"));
    assertThat(solve(Map.of("answer", "ans", "prelude", "import math"), session).completion()).isEqualTo("4");
    assertThat(session.programs()).containsExactly("import math\nans = 2 + 2\nans");
  }

  @Test
  void reasonsFirstAndWritesTheProgramInASecondCall() {
    ScriptedSession session =
        new ScriptedSession(Generation.ended("Two and two are four."), Generation.ended("print(4)"))
            .withExecutor(program -> ScriptedSession.printed("4\n"));
    Solution solution = solve(Map.of("form", "zero-shot-cot"), session);
    assertThat(session.prompts().getFirst().rendered())
        .isEqualTo("# Question: What is 2 + 2?\n# Let's think step by step about how to compute the answer.\n");
    assertThat(session.prompts().getLast().rendered())
        .isEqualTo(
            session.prompts().getFirst().rendered()
                + "Two and two are four.\n\n# Therefore, a Python program that prints the answer:\n");
    assertThat(solution.segments())
        .containsExactly(
            new Segment.Text("Two and two are four.", "", 0), new Segment.Code("print(4)", "", 1),
            new Segment.Output("4\n", "", 2), new Segment.Answer("4", "", 2));
  }

  @Test
  void leavesWorkedExamplesOutWhereNoneAreWanted() {
    List<Shot> shots = List.of(new Shot("What is 1 + 1?", List.of(), "", "print(2)", "2"));
    ScriptedSession few = new ScriptedSession(Generation.ended("print(4)")).withShots(shots);
    solve(Map.of(), few);
    assertThat(few.prompts().getFirst().rendered()).contains("# Question: What is 1 + 1?\nprint(2)");
    ScriptedSession zero = new ScriptedSession(Generation.ended("print(4)")).withShots(shots);
    solve(Map.of("form", "zero-shot"), zero);
    assertThat(zero.prompts().getFirst().rendered()).doesNotContain("1 + 1");
  }

  @Test
  void asksInTheFormThatTheRunFileNamesAndARecordingInItsOwn() {
    Map<String, Object> fewShot = Map.of("protocol", "chen", "form", "few-shot");
    ScriptedSession asked = new ScriptedSession(Generation.ended("ans = 4"));
    solve(fewShot, asked);
    assertThat(asked.prompts().getFirst().rendered()).isEqualTo("\nQuestion: What is 2 + 2?\n# Python code, return ans\n");
    ScriptedSession recorded =
        new ScriptedSession(Generation.ended("    return 4")).withModel(new ModelInfo("recorded", "0", Map.of("form", "zero-shot")));
    solve(fewShot, recorded);
    assertThat(recorded.prompts().getFirst().rendered()).contains("def solver():");
  }

  @Test
  void refusesAFormThatTheProtocolDoesNotHave() {
    assertThatThrownBy(() -> solve(Map.of("protocol", "chen", "form", "zero-shot-cot"), new ScriptedSession()))
        .isInstanceOf(LeibnizException.class)
        .hasMessageContaining("form: protocol chen has few-shot and zero-shot");
  }

  @Test
  void takesTheProgramOutOfAMarkdownFence() {
    ScriptedSession session = new ScriptedSession(Generation.ended("Sure:\n```python\nprint(4)\n```\nDone."));
    solve(Map.of(), session);
    assertThat(session.programs()).containsExactly("print(4)\n");
  }

  @Test
  void hasNoAnswerWhereTheProgramFails() {
    ScriptedSession session =
        new ScriptedSession(Generation.ended("1/0"))
            .withExecutor(program -> ScriptedSession.failed(Status.ERROR, "ZeroDivisionError", "division by zero"));
    assertThat(solve(Map.of(), session).completion()).isEmpty();
  }
}
