package org.leibniz.strategy.interleaved.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rounds long decimal numbers in a model's text and code, as MathCoder's released program does: every {@code digits.digits}
 * with more decimals than {@code places} is written with that many (Python's {@code %.6f}). Tiny constants become zero.
 */
record Decimals(int places) {
  private static final Pattern DECIMAL = Pattern.compile("[0-9]+\\.[0-9]+");

  /** Longer ones are not numbers that a person or a program means. */
  private static final int MAX_DIGITS = 10_000;

  String round(String text) {
    if (places == 0 || text.indexOf('.') < 0) {
      return text;
    }
    Matcher decimals = DECIMAL.matcher(text);
    return decimals.replaceAll(match -> round(match.group(), match.group().length() - match.group().indexOf('.') - 1));
  }

  private String round(String decimal, int digits) {
    if (digits <= places || decimal.length() > MAX_DIGITS) {
      return decimal;
    }
    double value = Double.parseDouble(decimal);
    return Double.isInfinite(value)
        ? "inf"
        : new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
  }
}
