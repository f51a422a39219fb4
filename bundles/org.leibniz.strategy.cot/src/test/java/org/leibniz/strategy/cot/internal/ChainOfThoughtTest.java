package org.leibniz.strategy.cot.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Segment;
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
  void asksForProseAsMammothDoes() {
    ScriptedSession session = new ScriptedSession(Generation.ended("4"));
    solve(Config.of(Map.of("prompt", "mammoth")), session);
    assertThat(session.prompts().getFirst().rendered())
        .isEqualTo(
            "Below is an instruction that describes a task. Write a response that appropriately completes the request.\n\n"
                + "### Instruction:\nWhat is 2 + 2?\n\n### Response:");
  }

  @Test
  void saysThatAReplyWasCut() {
    Generation cut = new Generation("2 + 2 = ", Stop.LENGTH, Optional.empty(), false, Usage.UNKNOWN);
    assertThat(solve(Config.EMPTY, new ScriptedSession(cut)).ending()).isEqualTo(Solution.Ending.TRUNCATED);
  }

  @Test
  void asksForTheAnswerInASecondCallInTheZeroShotForm() {
    ScriptedSession session = new ScriptedSession(Generation.ended("Two and two are four."), Generation.ended(" 4."));
    Solution solution = solve(Config.of(Map.of("form", "zero-shot-cot")), session);
    assertThat(session.prompts())
        .extracting(Prompt::rendered)
        .containsExactly(
            "Q: What is 2 + 2?\nA: Let's think step by step.",
            "Q: What is 2 + 2?\nA: Let's think step by step.Two and two are four. \n"
                + "Therefore, the answer (arabic numerals) is");
    assertThat(solution.completion()).isEqualTo(" 4.");
  }

  @Test
  void followsTheFormOfARecording() {
    ScriptedSession session =
        new ScriptedSession(Generation.ended(" 4")).withModel(new ModelInfo("m", "0", Map.of("form", "zero-shot")));
    solve(Config.EMPTY, session);
    assertThat(session.prompts().getFirst().rendered())
        .isEqualTo("Q: What is 2 + 2?\nA: The answer (arabic numerals) is");
  }

  @Test
  void takesTheAnswerThatMostVotesGive() {
    Solution solution = solve(Config.of(Map.of("votes", 3L)), new ScriptedSession(Generation.ended("4")));
    assertThat(solution.completion()).isEqualTo("4");
    assertThat(solution.segments()).extracting(Segment::branch).containsExactly("vote-0", "vote-1", "vote-2");
  }
}
