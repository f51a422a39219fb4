package org.leibniz.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.strategy.Solution;

/**
 * Checks exercises by what really happens: the program is run and must print the answer, the code of the interleaved
 * form is run block by block and must show what the transcript says, and the grader must find the answer in every form.
 *
 * @param executor runs the programs
 * @param grader reads and compares answers
 */
public record Verification(ProgramExecutor executor, Grader grader) {
  private static final GradingContext NO_PROGRAMS =
      program -> {
        throw new LeibnizException(ErrorCode.EXECUTOR_FAILED, "answers are compared without programs");
      };

  /** What is wrong with an exercise, a sentence each; empty where nothing is. */
  public List<String> faults(Exercise exercise) {
    List<String> faults = new ArrayList<>();
    program(exercise).ifPresent(faults::add);
    faults.addAll(transcript(exercise));
    answer(exercise, "rationale", exercise.rationale()).ifPresent(faults::add);
    answer(exercise, "interleaved solution", exercise.interleaved().getLast().text()).ifPresent(faults::add);
    return faults;
  }

  private Optional<String> program(Exercise exercise) {
    Execution execution = executor.run(exercise.program(), 0);
    String printed = execution.stdout().strip();
    return execution.succeeded() && printed.equals(exercise.answer())
        ? Optional.empty()
        : Optional.of("the program gave " + shown(execution) + " instead of " + exercise.answer());
  }

  private List<String> transcript(Exercise exercise) {
    List<String> faults = new ArrayList<>();
    String display = "";
    try (Notebook notebook = executor.open(0)) {
      for (Block block : exercise.interleaved()) {
        switch (block.kind()) {
          case TEXT -> {}
          case CODE -> display = notebook.run(block.text()).display().strip();
          case EXECUTION -> {
            if (!display.equals(block.text())) {
              faults.add("the notebook showed " + display + " instead of " + block.text());
            }
          }
        }
      }
    }
    return faults;
  }

  private static String shown(Execution execution) {
    return execution.succeeded()
        ? execution.stdout().strip()
        : execution.status().id() + " " + execution.error().message();
  }

  private Optional<String> answer(Exercise exercise, String where, String text) {
    Problem problem = exercise.problem("checked", 0);
    String given = grader.extract(problem, Solution.ofText(text)).answer().orElse("");
    if (given.isEmpty()) {
      return Optional.of("no answer was found in the " + where);
    }
    Verdict verdict = grader.compare(problem, exercise.answer(), given, NO_PROGRAMS);
    return verdict.equality() == Verdict.Equality.EQUAL
        ? Optional.empty()
        : Optional.of("the " + where + " ends with " + given + " instead of " + exercise.answer());
  }
}
