package org.leibniz.templates;

/** How numbers are written inside formulas. */
final class Notation {
  private Notation() {}

  /** {@code + 3} or {@code - 3}, to be put behind another term. */
  static String plus(long number) {
    return (number < 0 ? "- " : "+ ") + Math.abs(number);
  }

  /** {@code 3x}, {@code x} or {@code -x}. */
  static String term(long coefficient, String variable) {
    if (Math.abs(coefficient) == 1) {
      return (coefficient < 0 ? "-" : "") + variable;
    }
    return coefficient + variable;
  }

  /** A polynomial in x, its coefficients from the highest power down; zero terms are left out. */
  static String polynomial(long[] coefficients) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < coefficients.length; i++) {
      int power = coefficients.length - 1 - i;
      long coefficient = coefficients[i];
      if (coefficient == 0) {
        continue;
      }
      String sign = written.isEmpty() ? coefficient < 0 ? "-" : "" : coefficient < 0 ? " - " : " + ";
      long size = Math.abs(coefficient);
      String variable = power == 0 ? "" : power == 1 ? "x" : "x^" + power;
      written.append(sign).append(power == 0 ? Long.toString(size) : term(size, variable));
    }
    return written.isEmpty() ? "0" : written.toString();
  }
}
