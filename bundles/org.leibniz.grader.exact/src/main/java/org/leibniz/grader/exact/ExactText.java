package org.leibniz.grader.exact;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.leibniz.api.grader.Verdict;

/** Equality of numbers by value and of other texts without regard to case and the amount of white space. */
final class ExactText {
  private static final int MAX_DIGITS = 1000;

  private ExactText() {}

  static Verdict compare(String reference, String given) {
    String a = normal(reference);
    String b = normal(given);
    if (a.isEmpty() || b.isEmpty()) {
      return Verdict.different(a.isEmpty() ? "the reference is empty" : "the answer is empty", "empty");
    }
    if (a.equals(b)) {
      return Verdict.equal("the same text", "string");
    }
    Optional<BigDecimal> x = number(a);
    Optional<BigDecimal> y = number(b);
    if (x.isPresent() && y.isPresent()) {
      return x.get().compareTo(y.get()) == 0
          ? Verdict.equal("the same number", "number")
          : Verdict.different("different numbers", "number");
    }
    return Verdict.different("different texts", "string");
  }

  /** Lower case, white space collapsed and trimmed, one final full stop dropped. */
  static String normal(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (!Character.isWhitespace(c)) {
        kept.append(c);
      } else if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
        kept.append(' ');
      }
    }
    int end = kept.length();
    end -= end > 0 && kept.charAt(end - 1) == ' ' ? 1 : 0;
    end -= end > 1 && kept.charAt(end - 1) == '.' ? 1 : 0;
    return kept.substring(0, end);
  }

  /** A decimal number, its thousands separated by commas or not; a dollar sign in front of it does not count. */
  static Optional<BigDecimal> number(String text) {
    int start = 0;
    boolean negative = false;
    if (start < text.length() && (text.charAt(start) == '-' || text.charAt(start) == '+')) {
      negative = text.charAt(start++) == '-';
    }
    start += text.startsWith("\\$", start) ? 2 : text.startsWith("$", start) ? 1 : 0;
    if (start == text.length() || text.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    int point = text.indexOf('.', start);
    int wholeEnd = point < 0 ? text.length() : point;
    if (!isGrouped(text.substring(start, wholeEnd)) || point >= 0 && !isDigits(text.substring(point + 1))) {
      return Optional.empty();
    }
    String digits = text.substring(start).replace(",", "");
    if (digits.equals(".") || digits.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(digits);
    return Optional.of(negative ? value.negate() : value);
  }

  /** Digits, or digits in groups of three behind the first comma. */
  private static boolean isGrouped(String text) {
    String[] groups = text.split(",", -1);
    for (int i = 0; i < groups.length; i++) {
      int length = groups[i].length();
      boolean fits = groups.length == 1 || (i == 0 ? length >= 1 && length <= 3 : length == 3);
      if (!fits || !isDigits(groups[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
