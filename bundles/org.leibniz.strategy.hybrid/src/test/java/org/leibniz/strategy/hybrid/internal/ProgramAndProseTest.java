package org.leibniz.strategy.hybrid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.executor.Status;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Solution;
import org.leibniz.tck.DecodingStrategyContract;
import org.leibniz.tck.ScriptedSession;

class ProgramAndProseTest extends DecodingStrategyContract {
  private static final Problem CHOICE =
      new Problem(
          "p", 0, "Which is 2 + 2?", Problem.ALL, 0, List.of(new Choice("A", "3"), new Choice("B", "4")), "B", "", Map.of());

  @Override
  protected DecodingStrategy create() {
    return new ProgramAndProse();
  }

  @Override
  protected List<Generation> replies() {
    return List.of(Generation.ended("print(2 + 2)"));
  }

  private static Solution solve(Map<String, Object> settings, Problem problem, ScriptedSession session) {
    ProgramAndProse strategy = new ProgramAndProse();
    strategy.configure(Config.of(settings));
    return strategy.solve(problem, session);
  }

  @Test
  void runsTheProgramAsTheBodyOfAFunction() {
    ScriptedSession session =
        new ScriptedSession(Generation.ended("\nx = 4\nprint(x)")).withExecutor(program -> ScriptedSession.printed("4\n"));
    Solution solution = solve(Map.of(), problem("What is 2 + 2?"), session);
    assertThat(session.programs()).containsExactly("def solution():\n    x = 4\n    print(x)\nsolution()\n");
    assertThat(solution.completion()).isEqualTo("The answer is 4");
    assertThat(session.prompts().getFirst().rendered())
        .isEqualTo(
            "Below is an instruction that describes a task. Write a response that appropriately completes the request.\n"
                + "\n### Instruction:\nWhat is 2 + 2? Let's write a program.\n\n### Response:");
  }

  @Test
  void fallsBackToProseWhereTheProgramGivesNoAnswer() {
    ScriptedSession session =
        new ScriptedSession(Generation.ended("print(1/0)"))
            .withExecutor(program -> ScriptedSession.failed(Status.ERROR, "ZeroDivisionError", "division by zero"));
    Solution solution = solve(Map.of(), problem("What is 2 + 2?"), session);
    assertThat(session.prompts()).hasSize(2);
    assertThat(session.prompts().get(1).rendered()).endsWith("What is 2 + 2?\n\n### Response:");
    assertThat(solution.segments()).extracting(Segment::branch).containsExactly("pot", "pot", "cot");
  }

  @Test
  void keepsAProseReplyToAProgramPromptForMultipleChoice() {
    ScriptedSession session = new ScriptedSession(Generation.ended("B"));
    Solution solution = solve(Map.of(), CHOICE, session);
    assertThat(session.prompts()).hasSize(1);
    assertThat(solution.completion()).isEqualTo("B");
    assertThat(session.prompts().getFirst().rendered())
        .endsWith("### Response: Let's solve the multi-choice question step by step.\n");
  }

  @Test
  void asksForTheClosestOptionWhereTheAnswerIsNoLetter() {
    ScriptedSession session = new ScriptedSession(Generation.ended("4.1"));
    solve(Map.of(), CHOICE, session);
    assertThat(session.prompts())
        .last()
        .extracting(Prompt::rendered)
        .asString()
        .contains("Please find the closest option to 4.1. The options are (A) 3 (B) 4");
  }

  @Test
  void severalSolutionsVoteEachInABranchOfItsOwn() {
    ScriptedSession session =
        new ScriptedSession(Generation.ended("print(4)")).withExecutor(program -> ScriptedSession.printed("4\n"));
    Solution solution = solve(Map.of("votes", 3L), problem("What is 2 + 2?"), session);
    assertThat(solution.segments())
        .extracting(Segment::branch)
        .containsExactly("vote-0/pot", "vote-0/pot", "vote-1/pot", "vote-1/pot", "vote-2/pot", "vote-2/pot");
    assertThat(solution.completion()).isEqualTo("The answer is 4");
  }

  @Test
  void asksByFormAsFirstPublished() {
    ScriptedSession prose = new ScriptedSession(Generation.ended("B"));
    solve(Map.of("mode", "by-form"), CHOICE, prose);
    assertThat(prose.prompts().getFirst().rendered()).doesNotContain("write a program");
    ScriptedSession program = new ScriptedSession(Generation.ended("print(4)"));
    solve(Map.of("mode", "by-form"), problem("What is 2 + 2?"), program);
    assertThat(program.prompts()).hasSize(1);
    assertThat(program.prompts().getFirst().rendered()).contains("write a program");
  }
}
