package org.leibniz.strategy.cot.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Shot;
import org.leibniz.api.strategy.Solution;
import org.leibniz.tck.DecodingStrategyContract;
import org.leibniz.tck.ScriptedSession;

class ChainOfThoughtTest extends DecodingStrategyContract {
  @Override
  protected DecodingStrategy create() {
    return new ChainOfThought();
  }

  @Override
  protected List<Generation> replies() {
    return List.of(Generation.ended("2 + 2 = 4. The answer is 4."));
  }

  private static Solution solve(Config config, ScriptedSession session) {
    ChainOfThought strategy = new ChainOfThought();
    strategy.configure(config);
    return strategy.solve(problem("What is 2 + 2?"), session);
  }

  @Test
  void putsWorkedExamplesBeforeTheProblem() {
    Shot shot = new Shot("What is 1 + 1?", List.of(), "One and one make two.", "", "2");
    ScriptedSession session = new ScriptedSession(Generation.ended("4")).withShots(List.of(shot));
    solve(Config.EMPTY, session);
    assertThat(session.prompts().getFirst().rendered())
        .isEqualTo("Q: What is 1 + 1?\nA: One and one make two. The answer is 2.\n\nQ: What is 2 + 2?\nA:");
  }

  @Test
  void speaksAlpacaAsWizardMathWasEvaluated() {
    ScriptedSession session = new ScriptedSession(Generation.ended("4"));
    solve(Config.of(Map.of("prompt", "alpaca")), session);
    assertThat(session.prompts().getFirst().rendered())
        .isEqualTo(
            "Below is an instruction that describes a task. Write a response that appropriately completes the request.\n\n"
                + "### Instruction:\nWhat is 2 + 2?\n\n### Response: Let's think step by step.");
  }

  @Test
  void saysThatAReplyWasCut() {
    Generation cut = new Generation("2 + 2 = ", Stop.LENGTH, Optional.empty(), false, Usage.UNKNOWN);
    assertThat(solve(Config.EMPTY, new ScriptedSession(cut)).ending()).isEqualTo(Solution.Ending.TRUNCATED);
  }
}
