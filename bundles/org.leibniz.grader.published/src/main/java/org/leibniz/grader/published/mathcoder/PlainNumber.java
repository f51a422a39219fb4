package org.leibniz.grader.published.mathcoder;

import java.math.BigDecimal;
import java.util.Optional;
import org.leibniz.api.grader.Verdict;

/** The common case in a hurry: both answers are plain decimal numbers. Gives what the long way gives. */
final class PlainNumber {
  private static final int MAX_DIGITS = 30;

  private PlainNumber() {}

  static Optional<Verdict> compare(String gold, String answer, double tolerance) {
    if (!isPlain(gold) || !isPlain(answer)) {
      return Optional.empty();
    }
    BigDecimal a = new BigDecimal(gold);
    BigDecimal b = new BigDecimal(answer);
    if (a.compareTo(b) == 0) {
      return Optional.of(Verdict.equal("the same number", "structural"));
    }
    boolean close =
        Math.abs(a.doubleValue() - b.doubleValue()) < tolerance
            || a.subtract(b).abs().compareTo(new BigDecimal(tolerance)) < 0;
    return Optional.of(
        close ? Verdict.equal("less than 0.01 apart", "numeric") : Verdict.different("0.01 or more apart", "numeric"));
  }

  /** An optional minus, digits, and perhaps a point with digits behind it. */
  static boolean isPlain(String text) {
    int length = text.length();
    int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    if (length > MAX_DIGITS || at == length) {
      return false;
    }
    int point = -1;
    for (int i = at; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0 && i > at && i < length - 1) {
        point = i;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }
}
