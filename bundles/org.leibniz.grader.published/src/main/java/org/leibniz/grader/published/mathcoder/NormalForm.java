package org.leibniz.grader.published.mathcoder;

import org.leibniz.grader.published.hendrycks.Fractions;

/**
 * The released variant of Hendrycks' string normal form. It differs in that one {@code =} or {@code \approx} keeps the right
 * side whatever stands on the left, that dollar signs go, and that fractions get their braces only in texts with a root.
 */
final class NormalForm {

  private NormalForm() {}

  static String of(String text) {
    String s = text.replace("\n", "").replace("\\!", "").replace("\\\\", "\\");
    s = s.replace("tfrac", "frac").replace("dfrac", "frac").replace("\\left", "").replace("\\right", "");
    s = s.replace("^{\\circ}", "").replace("^\\circ", "").replace("\\$", "").replace("$", "");
    s = before(s, "\\text{ ").replace("\\%", "").replace(" .", " 0.").replace("{.", "{0.");
    if (s.isEmpty()) {
      return s;
    }
    if (s.charAt(0) == '.') {
      s = "0" + s;
    }
    s = rightSide(rightSide(s, "="), "\\approx");
    if (s.contains("sqrt")) {
      s = Fractions.braceRoots(s);
    }
    s = s.replace(" ", "");
    if (s.contains("sqrt")) {
      s = Fractions.braceFractions(s);
    }
    return Fractions.ofSlash(s.equals("0.5") ? "\\frac{1}{2}" : s);
  }

  private static String before(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  /** What stands behind the mark if it stands there exactly once. */
  private static String rightSide(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 || text.indexOf(mark, at + mark.length()) >= 0 ? text : text.substring(at + mark.length());
  }
}
