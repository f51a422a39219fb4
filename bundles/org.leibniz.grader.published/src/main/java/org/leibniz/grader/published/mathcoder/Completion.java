package org.leibniz.grader.published.mathcoder;

import java.util.Optional;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.strategy.Solution;

/** MathCoder's answer is the whole completion, the last block of a solution; only an empty one is no answer. */
final class Completion {
  private Completion() {}

  static Extraction of(Solution solution) {
    String text = solution.completion();
    return text.isBlank() ? Extraction.NONE : new Extraction(Optional.of(text), 0, text.length(), "completion");
  }
}
