package org.leibniz.stats.internal;

/** Binomial probabilities. */
public final class Binomial {
  private Binomial() {}

  /** Probability of at most {@code k} successes in {@code n} trials; exact to about 1e-13. */
  public static double cumulative(long k, long n, double p) {
    if (k < 0) {
      return 0;
    }
    return k >= n ? 1 : 1 - BetaDistribution.cumulative(p, k + 1.0, n - k);
  }

  /** {@code C(n, k)} as a double; infinite where it is too large for one. */
  public static double choose(int n, int k) {
    if (k < 0 || k > n) {
      return 0;
    }
    double value = 1;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      value = value * (n - i + 1) / i;
    }
    return value;
  }
}
