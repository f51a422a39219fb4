package org.leibniz.dataset.rows;

import java.util.Optional;

/**
 * The final answer of a LaTeX solution: what the last {@code \boxed} or {@code \fbox} holds. Braces may nest; {@code \boxed 2}
 * without braces reaches to the next {@code $}. As in the evaluation code of Hendrycks et al., "Measuring Mathematical Problem
 * Solving With the MATH Dataset" (2021).
 */
public final class Boxed {
  private Boxed() {}

  /** Empty where nothing is boxed or a brace is left open. */
  public static Optional<String> last(String solution) {
    int boxed = solution.lastIndexOf("\\boxed");
    int at = boxed >= 0 ? boxed : solution.lastIndexOf("\\fbox");
    if (at < 0) {
      return Optional.empty();
    }
    int after = at + (boxed >= 0 ? "\\boxed" : "\\fbox").length();
    if (after < solution.length() && solution.charAt(after) == ' ') {
      int dollar = solution.indexOf('$', after);
      return Optional.of(solution.substring(after + 1, dollar < 0 ? solution.length() : dollar));
    }
    return after < solution.length() && solution.charAt(after) == '{' ? braced(solution, after) : Optional.empty();
  }

  private static Optional<String> braced(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      if (text.charAt(i) == '{') {
        depth++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return Optional.of(text.substring(open + 1, i));
      }
    }
    return Optional.empty();
  }
}
