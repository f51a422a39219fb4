package org.leibniz.grader.published.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.leibniz.grader.published.latex.Value;

/** Python's {@code float}: reading, writing, rounding and comparing. ASCII digits only; Python also takes others. */
public final class PythonFloat {
  private PythonFloat() {}

  /** What {@code float(text)} gives; empty where it raises an exception. Linear in the text. */
  public static OptionalDouble parse(String text) {
    String s = text.strip();
    int at = !s.isEmpty() && (s.charAt(0) == '-' || s.charAt(0) == '+') ? 1 : 0;
    String name = s.length() - at <= 8 ? s.substring(at).toLowerCase(Locale.ROOT) : "";
    if (name.equals("inf") || name.equals("infinity")) {
      return OptionalDouble.of(s.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (name.equals("nan")) {
      return OptionalDouble.of(Double.NaN);
    }
    int whole = digits(s, at);
    if (whole < 0) {
      return OptionalDouble.empty();
    }
    int end = at + whole;
    int fraction = 0;
    if (end < s.length() && s.charAt(end) == '.') {
      fraction = digits(s, end + 1);
      end += 1 + fraction;
    }
    if (fraction < 0 || whole == 0 && fraction == 0) {
      return OptionalDouble.empty();
    }
    if (end < s.length() && (s.charAt(end) == 'e' || s.charAt(end) == 'E')) {
      int sign = end + 1 < s.length() && (s.charAt(end + 1) == '-' || s.charAt(end + 1) == '+') ? 1 : 0;
      int exponent = digits(s, end + 1 + sign);
      if (exponent <= 0) {
        return OptionalDouble.empty();
      }
      end += 1 + sign + exponent;
    }
    return end < s.length() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(s.replace("_", "")));
  }

  /** {@code float(text.replace(",", ""))}. */
  public static OptionalDouble parseWithoutCommas(String text) {
    return parse(text.replace(",", ""));
  }

  /** Length of a run of digits with single underscores between them; -1 where an underscore is misplaced. */
  private static int digits(String s, int from) {
    int at = from;
    while (at < s.length()) {
      char c = s.charAt(at);
      if (c == '_') {
        boolean between = at > from && s.charAt(at - 1) != '_' && at + 1 < s.length() && isDigit(s.charAt(at + 1));
        if (!between) {
          return -1;
        }
      } else if (!isDigit(c)) {
        break;
      }
      at++;
    }
    return at - from;
  }

  /** Whether {@code int(text)} succeeds; up to 4,300 digits, as in Python. */
  public static boolean isInt(String text) {
    String s = text.strip();
    int at = !s.isEmpty() && (s.charAt(0) == '-' || s.charAt(0) == '+') ? 1 : 0;
    return s.length() > at && s.length() <= 4300 && digits(s, at) == s.length() - at;
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** {@code str(value)}. */
  public static String text(double value) {
    return new Value.Real(value).text();
  }

  /** {@code round(value)}: half to even; empty where Python raises an exception. */
  public static Optional<BigInteger> round(double value) {
    return Double.isFinite(value)
        ? Optional.of(new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN).toBigInteger())
        : Optional.empty();
  }

  /** {@code round(value, digits)}: half to even on the exact binary value. */
  public static double round(double value, int digits) {
    return Double.isFinite(value) ? new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue() : value;
  }

  /** {@code math.isclose} with a relative tolerance. */
  public static boolean isClose(double a, double b, double tolerance) {
    if (a == b) {
      return true;
    }
    return Double.isFinite(a)
        && Double.isFinite(b)
        && Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
  }

  /**
   * {@code delete_extra_zero} of the MAmmoTH and GSM-Plus programs: a number in its shortest form ({@code 18.0} is {@code
   * 18}), anything else as it is. Keeps the original's slip with exponents: it deletes their zeros too, so 1e20 is 100.0.
   */
  public static String withoutExtraZeros(String text) {
    OptionalDouble value = parse(text);
    if (value.isEmpty()) {
      return text;
    }
    String s = text(value.getAsDouble());
    int end = s.length();
    while (end > 0 && s.charAt(end - 1) == '0') {
      end--;
    }
    s = s.substring(0, end);
    if (!s.endsWith(".")) {
      return text(parse(s).orElseThrow());
    }
    return new BigInteger(s.substring(0, s.length() - 1)).toString();
  }
}
