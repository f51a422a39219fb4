package org.leibniz.grader.published.mammoth;

import java.util.Set;
import org.leibniz.api.dataset.Problem;

/** How answers of a dataset are cleaned and compared. */
public enum Rule {
  /** By the problem's dataset and choices. */
  AUTO,
  /** GSM8K, SVAMP, Mathematics, SimulEq and other sets of numbers. */
  NUMBER,
  /** AQuA, SAT, MMLU. */
  CHOICE,
  /** NumGLUE: letters first, then numbers. */
  NUMGLUE,
  /** MATH. */
  MATH;

  private static final Set<String> CHOICES = Set.of("aqua-rat", "sat-math", "mmlu-math", "mmlu-stem", "mathqa");

  static Rule of(Problem problem) {
    String dataset = problem.attributes().getOrDefault("dataset", "");
    if (dataset.equals("numglue")) {
      return NUMGLUE;
    }
    if (problem.isMultipleChoice() || CHOICES.contains(dataset)) {
      return CHOICE;
    }
    return dataset.equals("math") || dataset.equals("ocw") || dataset.equals("theoremqa") ? MATH : NUMBER;
  }
}
