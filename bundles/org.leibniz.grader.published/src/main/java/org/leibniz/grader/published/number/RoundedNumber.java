package org.leibniz.grader.published.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;

/** WizardMath's {@code extract_answer_number}: the first number behind the last marker, rounded to a whole one, half to even. */
public final class RoundedNumber {
  private static final int MAX_DIGITS = 1_000;

  private RoundedNumber() {}

  /** The whole number; empty without a marker, without a number behind it, or where the original raises an exception. */
  public static Optional<String> of(String text, String marker) {
    int at = text.lastIndexOf(marker);
    return at < 0
        ? Optional.empty()
        : Candidates.WIZARD.first(text.substring(at + marker.length())).flatMap(match -> round(match.text()));
  }

  private static Optional<String> round(String number) {
    String bare = number.replace(",", "");
    int slash = bare.indexOf('/');
    if (slash < 0) {
      return rounded(Double.parseDouble(bare));
    }
    String top = bare.substring(0, slash);
    String bottom = bare.substring(slash + 1);
    if (PythonFloat.parse(top).isEmpty() || bare.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    if (bottom.equals("0")) {
      return rounded(Double.parseDouble(top));
    }
    BigInteger divisor = new BigInteger(bottom);
    return divisor.signum() == 0
        ? Optional.empty()
        : rounded(new BigDecimal(top).divide(new BigDecimal(divisor), MathContext.DECIMAL128).doubleValue());
  }

  private static Optional<String> rounded(double value) {
    return PythonFloat.round(value).map(BigInteger::toString);
  }
}
