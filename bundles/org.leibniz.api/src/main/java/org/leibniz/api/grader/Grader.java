package org.leibniz.api.grader;

import org.leibniz.api.dataset.Problem;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.api.strategy.Solution;

/** Finds the answer in a solution and compares it with the gold answer. Thread-safe and free of state between items. */
public interface Grader extends Plugin {
  /** The answer a solution gives. */
  Extraction extract(Problem problem, Solution solution);

  /**
   * Compares two answers. Must end within a budget of its own for any input.
   *
   * @param problem the problem; for judged pairs and maj@k it may carry an empty question
   * @param reference the gold answer, or another prediction
   * @param given an extracted answer
   */
  Verdict compare(Problem problem, String reference, String given, GradingContext context);
}
