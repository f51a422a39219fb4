package org.leibniz.grader.published.hendrycks;

import org.leibniz.api.grader.Verdict;
import org.leibniz.grader.published.hendrycks.Fractions.IncompleteException;
import org.leibniz.grader.published.hendrycks.Fractions.Missing;

/** {@code is_equiv}: equal normal forms, or, where a normal form fails, equal texts. */
final class Equivalence {
  private Equivalence() {}

  static Verdict compare(String first, String second) {
    String a;
    String b;
    try {
      a = normalForm(first);
      b = normalForm(second);
    } catch (IncompleteException e) {
      return first.equals(second)
          ? Verdict.equal("the same text", "string")
          : Verdict.different("different texts, one without a normal form: " + e.getMessage(), "string");
    }
    return a.equals(b)
        ? Verdict.equal("the same normal form", "normal-form")
        : Verdict.different("different normal forms", "normal-form");
  }

  static String normalForm(String text) throws IncompleteException {
    String s = text.replace("\n", "").replace("\\!", "").replace("\\\\", "\\");
    s = s.replace("tfrac", "frac").replace("dfrac", "frac").replace("\\left", "").replace("\\right", "");
    s = s.replace("^{\\circ}", "").replace("^\\circ", "").replace("\\$", "");
    s = withoutUnits(s).replace("\\%", "").replace(" .", " 0.").replace("{.", "{0.");
    if (s.isEmpty()) {
      return s;
    }
    if (s.charAt(0) == '.') {
      s = "0" + s;
    }
    int equals = s.indexOf('=');
    if (equals >= 0 && equals <= 2 && s.indexOf('=', equals + 1) < 0) {
      s = s.substring(equals + 1);
    }
    if (s.contains("\\sqrt")) {
      s = Fractions.braceRoots(s, Missing.FAIL);
    }
    s = Fractions.braceFractions(s.replace(" ", ""), Missing.FAIL);
    return Fractions.ofSlash(s.equals("0.5") ? "\\frac{1}{2}" : s);
  }

  /** Cuts at {@code \text{ }, which starts a unit; two of them fail, as in the original. */
  private static String withoutUnits(String text) throws IncompleteException {
    int at = text.indexOf("\\text{ ");
    if (at < 0) {
      return text;
    }
    if (text.indexOf("\\text{ ", at + 1) >= 0) {
      throw new IncompleteException("two units");
    }
    return text.substring(0, at);
  }
}
