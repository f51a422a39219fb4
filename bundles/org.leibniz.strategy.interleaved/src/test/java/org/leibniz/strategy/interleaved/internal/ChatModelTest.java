package org.leibniz.strategy.interleaved.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Part;
import org.leibniz.api.strategy.Solution;
import org.leibniz.tck.DecodingStrategyContract;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.tck.ScriptedSession;

/** A chat model plays the code interpreter in turns. */
class ChatModelTest extends DecodingStrategyContract {
  private static final ModelInfo CHAT = new ModelInfo("chat", "0", Map.of("chat", "true"));
  private static final String PROGRAM = "Let me compute.\n```python\nprint(2 + 2)\n```\nThis prints the sum.";

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
    return List.of(Generation.ended(PROGRAM), Generation.ended("It is $\\boxed{4}$."));
  }

  @Test
  void isShownOutputsAsTheUser() {
    ScriptedSession session =
        new ScriptedSession(Generation.ended(PROGRAM), Generation.ended("It is $\\boxed{4}$."))
            .withModel(CHAT)
            .withExecutor(program -> ScriptedSession.printed("4\n"));
    InterleavedDecoding strategy = new InterleavedDecoding();
    strategy.configure(Config.EMPTY);
    Solution solution = strategy.solve(problem("What is 2 + 2?"), session);
    assertThat(session.programs()).containsExactly("print(2 + 2)\n");
    List<Part> turns = session.prompts().get(1).parts();
    assertThat(turns).hasSize(3).allMatch(Part.Turn.class::isInstance);
    assertThat(((Part.Turn) turns.get(0)).text()).endsWith("Problem: What is 2 + 2?").contains("```python");
    assertThat(turns.get(1)).isEqualTo(new Part.Turn("assistant", PROGRAM));
    assertThat(turns.get(2)).isEqualTo(new Part.Turn("user", "```output\n4\n```"));
    assertThat(solution.completion()).isEqualTo(PROGRAM + "\n```output\n4\n```\nIt is $\\boxed{4}$.");
  }

  @Test
  void isAskedWithAPromptOfTheUsersWhereOneIsGiven() {
    InterleavedDecoding strategy = new InterleavedDecoding();
    strategy.configure(Config.of(Map.of("prompt", "tora")));
    Problem problem = problem("What is 2 + 2?");
    assertThat(strategy.preview(problem, CHAT, List.of()).orElseThrow().prompt().parts())
        .containsExactly(new Part.Turn("user", "<|user|>\nWhat is 2 + 2?\n<|assistant|>\n"));
  }
}
