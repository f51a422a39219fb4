package org.leibniz.api.grader;

import java.util.Locale;
import java.util.Random;

/** Two answers and whether they are mathematically equal, which is known from how they were made. */
record GeneratedPair(String a, String b, boolean equal) {
  static GeneratedPair next(Random random) {
    int n = 2 + random.nextInt(9997);
    int p = 1 + random.nextInt(60);
    int q = 2 + random.nextInt(60);
    int k = 2 + random.nextInt(8);
    boolean equal = random.nextBoolean();
    return switch (random.nextInt(16)) {
      case 0 -> pair(String.valueOf(n * 1009), grouped(n * 1009 + (equal ? 0 : 1)), equal);
      case 1 -> pair(String.valueOf(n), n + (equal ? ".0" : ".01"), equal);
      case 2 -> pair(String.valueOf(n), equal ? "+" + n : "-" + n, equal);
      case 3 -> pair(String.valueOf(n), equal ? n + ".00" : n + "00", equal);
      case 4 -> pair(frac(p, q), frac(p * k, q * k + (equal ? 0 : 1)), equal);
      case 5 -> pair(frac(p, q), equal ? p + "/" + q : p + q % 2 + 1 + "/" + q, equal);
      case 6 -> pair(n / 4 + frac(1, 4), equal ? n / 4 + ".25" : n / 4 + ".4", equal);
      case 7 -> pair("(" + p + "," + (p + q) + ")", equal ? "( " + p + ", " + (p + q) + " )" : "(" + (p + q) + "," + p + ")", equal);
      case 8 -> pair("[" + p + "," + (p + q) + ")", equal ? "\\left[" + p + ", " + (p + q) + "\\right)" : "[" + p + "," + (p + q) + "]", equal);
      case 9 -> pair("(x+" + p + ")(x-" + q + ")", quadratic(p - q, -p * q + (equal ? 0 : 1)), equal);
      case 10 -> pair("\\sqrt{" + (k * k * 3) + "}", (equal ? k : k + 1) + "\\sqrt{3}", equal);
      case 11 -> pair("x^{" + k + "}", equal ? "x\\cdot x^{" + (k - 1) + "}" : "x^{" + (k + 1) + "}", equal);
      case 12 -> pair("\\{" + p + "," + (p + q) + "\\}", equal ? "\\{" + (p + q) + "," + p + "\\}" : "\\{" + p + "\\}", equal);
      case 13 -> pair(p + "+" + q + "i", equal ? q + "i+" + p : p + "-" + q + "i", equal);
      case 14 -> pair("y=" + k + "x+" + p, equal ? k + "x-y+" + p + "=0" : k + "x+y+" + p + "=0", equal);
      default -> pair(frac(p, q) + "\\pi", equal ? "\\frac{" + p + "\\pi}{" + q + "}" : "\\frac{" + p + "}{" + q + "\\pi}", equal);
    };
  }

  private static GeneratedPair pair(String a, String b, boolean equal) {
    return new GeneratedPair(a, b, equal);
  }

  private static String grouped(int n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private static String frac(int top, int bottom) {
    return "\\frac{" + top + "}{" + bottom + "}";
  }

  private static String quadratic(int linear, int constant) {
    return "x^2" + signed(linear) + "x" + signed(constant);
  }

  private static String signed(int n) {
    return n < 0 ? String.valueOf(n) : "+" + n;
  }
}
