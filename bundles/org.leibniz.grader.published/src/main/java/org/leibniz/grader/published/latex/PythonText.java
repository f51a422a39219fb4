package org.leibniz.grader.published.latex;

import java.math.BigDecimal;

/** Floats as Python writes them: the shortest digits that read back, with an exponent below 1e-4 and from 1e16. */
final class PythonText {
  private PythonText() {}

  static String of(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    int exponent = digits.length() - shortest.scale() - 1;
    String sign = value < 0 ? "-" : "";
    if (exponent < -4 || exponent >= 16) {
      String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
      return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + twoDigits(Math.abs(exponent));
    }
    String plain = shortest.toPlainString();
    return sign + plain + (plain.contains(".") ? "" : ".0");
  }

  static String of(double real, double imaginary) {
    String second = part(imaginary) + "j";
    if (real == 0 && 1 / real > 0) {
      return second;
    }
    return "(" + part(real) + (imaginary < 0 || 1 / imaginary < 0 ? "" : "+") + second + ")";
  }

  private static String part(double value) {
    String text = of(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String twoDigits(int exponent) {
    return exponent < 10 ? "0" + exponent : String.valueOf(exponent);
  }
}
