package org.example.planthensolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.model.Generation;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Solution;
import org.leibniz.tck.DecodingStrategyContract;
import org.leibniz.tck.ScriptedSession;

/** The contract every strategy keeps, and what is particular to this one. */
class PlanThenSolveTest extends DecodingStrategyContract {
  @Override
  protected DecodingStrategy create() {
    return new PlanThenSolve();
  }

  @Override
  protected List<Generation> replies() {
    return List.of(Generation.ended("1. Add the numbers."), Generation.ended("2 + 2 = 4. The answer is 4."));
  }

  @Test
  void solvesAlongThePlanItAskedFor() {
    DecodingStrategy strategy = create();
    strategy.configure(Config.EMPTY);
    ScriptedSession session = new ScriptedSession(replies().toArray(Generation[]::new));
    Solution solution = strategy.solve(problem("What is 2 + 2?"), session);
    assertThat(session.prompts()).hasSize(2);
    assertThat(session.prompts().getLast().rendered()).contains("Plan: 1. Add the numbers.");
    assertThat(solution.completion()).isEqualTo("2 + 2 = 4. The answer is 4.");
    assertThat(solution.segments()).hasSize(2);
  }
}
