package org.leibniz.strategy.pot.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.executor.Status;
import org.leibniz.api.model.Generation;
import org.leibniz.api.strategy.DecodingStrategy;
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
