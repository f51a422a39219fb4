package org.leibniz.templates;

import java.util.ArrayList;
import java.util.List;

/** Whole-number arithmetic that templates need; throws {@link Misfit} where there is no whole result. */
final class Arithmetic {
  private Arithmetic() {}

  static long nonZero(long number) {
    if (number == 0) {
      throw new Misfit("division by zero");
    }
    return number;
  }

  static long quotient(long a, long b) {
    if (a % nonZero(b) != 0) {
      throw new Misfit(a + " / " + b + " leaves a remainder");
    }
    return a / b;
  }

  static long power(long base, long exponent) {
    if (exponent < 0) {
      throw new Misfit("the exponent " + exponent + " is negative");
    }
    long power = 1;
    for (long i = 0; i < exponent; i++) {
      power = Math.multiplyExact(power, base);
    }
    return power;
  }

  static long gcd(long a, long b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
  }

  static long root(long square) {
    long root = Math.round(Math.sqrt(square));
    if (square < 0 || root * root != square) {
      throw new Misfit(square + " is no square");
    }
    return root;
  }

  static long choose(long n, long k) {
    long ways = 1;
    for (long i = 1; i <= k; i++) {
      ways = Math.multiplyExact(ways, n - k + i) / i;
    }
    return ways;
  }

  /** Prime factors in rising order, repeated. */
  static List<Long> primeFactors(long number) {
    List<Long> factors = new ArrayList<>();
    long rest = number;
    for (long p = 2; p * p <= rest; p++) {
      while (rest % p == 0) {
        factors.add(p);
        rest /= p;
      }
    }
    if (rest > 1) {
      factors.add(rest);
    }
    return factors;
  }

  /** A fraction in lowest terms, whole numbers without a denominator. */
  static String fraction(long numerator, long denominator) {
    long common = gcd(numerator, nonZero(denominator)) * Long.signum(denominator);
    long below = denominator / common;
    return numerator / common + (below == 1 ? "" : "/" + below);
  }
}
