package org.leibniz.grader.published.mammoth;

import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.leibniz.grader.published.number.PythonFloat;
import org.leibniz.grader.published.symbolic.SympyEquality;

/** MAmmoTH's {@code number_it} and {@code compare_two_numbers}. */
final class MathNumber {
  private static final int MAX_LENGTH = 1_000;
  private static final double TOLERANCE = 0.04;
  private static final Pattern FRACTION = Pattern.compile("\\\\frac\\{([^{}]+)}\\{([^{}]+)}");
  private static final Pattern ROOT = Pattern.compile("\\\\sqrt\\{([^{}]+)}");

  private MathNumber() {}

  /** The number a text stands for: a float, fractions and roots with whatever Python can evaluate around them. */
  static OptionalDouble parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return OptionalDouble.empty();
    }
    boolean fraction = text.contains("frac");
    String s = fraction ? FRACTION.matcher(text).replaceAll("$1/$2") : text.replace(",", "");
    s = ROOT.matcher(s).replaceAll("(($1)**0.5)");
    OptionalDouble number = PythonFloat.parse(s);
    if (number.isPresent()) {
      return number;
    }
    if (s.startsWith("[") && s.endsWith("]") || fraction && s.startsWith("(") && s.endsWith(")")) {
      s = firstElement(s.substring(1, s.length() - 1));
    } else if (fraction) {
      s = firstElement(s);
    }
    return SympyEquality.value(s).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  /** What stands before the first comma outside of parentheses. */
  private static String firstElement(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == ',' && depth == 0) {
        return text.substring(0, i);
      }
    }
    return text;
  }

  /** A whole gold number equals what rounds to it, half to even; any other, what is within 4 %. */
  static boolean equal(double prediction, double gold) {
    if (Double.isNaN(prediction)) {
      return false;
    }
    if (gold == Math.rint(gold)) {
      return PythonFloat.round(prediction).equals(PythonFloat.round(gold)) && Double.isFinite(prediction);
    }
    double margin = Math.abs(gold) * TOLERANCE;
    return prediction >= gold - margin && prediction <= gold + margin;
  }
}
