package org.leibniz.stats.internal;

/**
 * The standard normal distribution: the error function by its series (DLMF 7.6.2) near zero and the complementary one by
 * its continued fraction (DLMF 7.9.1) in the tails, and the quantile by bisection.
 */
public final class NormalDistribution {
  private static final double SQRT_PI = Math.sqrt(Math.PI);

  private NormalDistribution() {}

  public static double cumulative(double z) {
    return z > 0 ? 1 - upper(z) : upper(-z);
  }

  /** Probability of a value at least {@code |z|} away from zero on either side. */
  public static double twoSided(double z) {
    return Math.min(1, 2 * upper(Math.abs(z)));
  }

  /** The {@code z} below which lies {@code probability}, strictly between 0 and 1. */
  public static double quantile(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("a normal quantile needs a probability in (0, 1), got " + probability);
    }
    double low = -40;
    double high = 40;
    for (int step = 0; step < 100; step++) {
      double middle = 0.5 * (low + high);
      if (cumulative(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  /** Probability above {@code z ≥ 0}. */
  private static double upper(double z) {
    double x = z / Math.sqrt(2);
    return 0.5 * (x < 2 ? 1 - series(x) : complement(x));
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < 200 && term > sum * 1e-17; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / SQRT_PI * Math.exp(-x * x) * sum;
  }

  private static double complement(double x) {
    double fraction = x;
    for (int n = 120; n >= 1; n--) {
      fraction = x + 0.5 * n / fraction;
    }
    return Math.exp(-x * x) / (SQRT_PI * fraction);
  }
}
