package org.leibniz.grader.published.symbolic;

import java.util.Optional;
import java.util.OptionalDouble;
import org.leibniz.api.grader.Verdict;
import org.leibniz.grader.published.latex.Term;
import org.leibniz.grader.published.number.PythonFloat;
import org.leibniz.grader.published.symbolic.SympyEquality.Notation;

/**
 * {@code math_equal}, which ToRA and WizardMath share: numbers within a relative 1e-4 of the reference, its hundredth or its
 * hundredfold; else texts without braces and parentheses, lists by elements, and expressions.
 */
public record MathEqual(Notation notation) {
  private static final double NUMBERS = 1e-4;
  private static final double EXPRESSIONS = 1e-3;
  private static final int MAX_DEPTH = 20;

  public Verdict compare(String given, String reference) {
    return compare(given, reference, 0);
  }

  private Verdict compare(String given, String reference, int depth) {
    OptionalDouble number = PythonFloat.parseWithoutCommas(given);
    OptionalDouble gold = PythonFloat.parseWithoutCommas(reference);
    if (number.isPresent() && gold.isPresent()) {
      return numbers(number.getAsDouble(), gold.getAsDouble());
    }
    if (given.isEmpty()) {
      return Verdict.different("the answer is empty", "empty");
    }
    String a = given.strip();
    String b = reference.strip();
    boolean outer = isList(a) && !b.startsWith(a.charAt(0) == '[' ? "(" : "[");
    if (bare(a, outer).equals(bare(b, outer))) {
      return Verdict.equal("the same text but for brackets", "string");
    }
    if (depth < MAX_DEPTH && isList(a) && isList(b) && a.charAt(0) == b.charAt(0) && elements(a, b, depth)) {
      return Verdict.equal("the same elements", "elements");
    }
    Optional<Term> x = SympyEquality.read(a, notation);
    Optional<Term> y = SympyEquality.read(b, notation);
    if (x.isEmpty() || y.isEmpty()) {
      return Verdict.different("different texts, and the " + (x.isEmpty() ? "answer" : "reference") + " is no expression", "unparsable");
    }
    return SympyEquality.equal(x.get(), y.get(), EXPRESSIONS)
        ? Verdict.equal("equal expressions, or values within 0.1 %", "symbolic")
        : Verdict.different("different expressions", "symbolic");
  }

  private static Verdict numbers(double number, double gold) {
    if (PythonFloat.isClose(gold, number, NUMBERS)) {
      return Verdict.equal("numbers within 0.01 %", "numeric");
    }
    boolean percent = PythonFloat.isClose(gold / 100, number, NUMBERS) || PythonFloat.isClose(gold * 100, number, NUMBERS);
    return percent
        ? Verdict.equal("the reference's hundredth or hundredfold", "percent")
        : Verdict.different("different numbers", "numeric");
  }

  private boolean elements(String a, String b, int depth) {
    String[] left = a.substring(1, a.length() - 1).split(",", -1);
    String[] right = b.substring(1, b.length() - 1).split(",", -1);
    if (left.length != right.length) {
      return false;
    }
    for (int i = 0; i < left.length; i++) {
      if (compare(left[i], right[i], depth + 1).equality() != Verdict.Equality.EQUAL) {
        return false;
      }
    }
    return true;
  }

  private static boolean isList(String text) {
    return text.length() > 1 && (text.startsWith("[") && text.endsWith("]") || text.startsWith("(") && text.endsWith(")"));
  }

  /** Without braces and parentheses, and where {@code outer} without brackets of either kind at the ends. */
  private static String bare(String text, boolean outer) {
    int start = 0;
    int end = text.length();
    while (outer && start < end && "[]()".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (outer && end > start && "[]()".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end).replace("{", "").replace("}", "").replace("(", "").replace(")", "");
  }
}
