package org.leibniz.stats.internal;

/**
 * Logarithm of the gamma function for positive arguments: the Stirling series (Abramowitz and Stegun 6.1.41) after
 * shifting the argument above 10 by the recurrence 6.1.15. Absolute error below 1e-13 near 1, relative elsewhere.
 */
public final class LogGamma {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private LogGamma() {}

  public static double of(double x) {
    if (!(x > 0)) {
      throw new IllegalArgumentException("log gamma needs a positive argument, got " + x);
    }
    double shift = 1;
    double shifted = x;
    while (shifted < 10) {
      shift *= shifted;
      shifted += 1;
    }
    return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + tail(shifted) - Math.log(shift);
  }

  /** {@code log n!} */
  public static double factorial(double n) {
    return of(n + 1);
  }

  /** {@code log C(n, k)} for whole or real n ≥ k ≥ 0. */
  public static double choose(double n, double k) {
    return factorial(n) - factorial(k) - factorial(n - k);
  }

  /** What Stirling's formula leaves over at {@code x ≥ 10}. */
  private static double tail(double x) {
    double inverse = 1 / x;
    double square = inverse * inverse;
    return inverse
        * (1.0 / 12
            - square
                * (1.0 / 360
                    - square
                        * (1.0 / 1260
                            - square * (1.0 / 1680 - square * (1.0 / 1188 - square * (691.0 / 360360))))));
  }
}
