package org.leibniz.stats.internal;

/**
 * The beta distribution: regularised incomplete beta function by its continued fraction (DLMF 8.17.22, evaluated by
 * Lentz's method as Thompson and Barnett 1986 modified it), and its inverse by bisection.
 */
public final class BetaDistribution {
  private static final double TINY = 1e-300;
  private static final double PRECISION = 1e-16;
  private static final int MOST_TERMS = 100_000;

  private BetaDistribution() {}

  /** Probability that a Beta(a, b) variable is at most {@code x}. */
  public static double cumulative(double x, double a, double b) {
    if (!(a > 0) || !(b > 0) || Double.isNaN(x)) {
      throw new IllegalArgumentException("beta distribution needs positive shapes, got " + a + " and " + b);
    }
    if (x <= 0) {
      return 0;
    }
    if (x >= 1) {
      return 1;
    }
    double front =
        Math.exp(
            LogGamma.of(a + b) - LogGamma.of(a) - LogGamma.of(b) + a * Math.log(x) + b * Math.log1p(-x));
    // The fraction converges quickly on this side of the mean; the other side is its mirror image.
    return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
  }

  /** The {@code x} below which lies {@code probability} of Beta(a, b). */
  public static double quantile(double probability, double a, double b) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability lies in [0, 1], got " + probability);
    }
    double low = 0;
    double high = 1;
    // Halving doubles down to neighbouring numbers takes at most about 1,100 steps near 0; 200 are below any use.
    for (int step = 0; step < 200 && high - low > Math.ulp(low); step++) {
      double middle = 0.5 * (low + high);
      if (middle <= low || middle >= high) {
        break;
      }
      if (cumulative(middle, a, b) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = inverse(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= MOST_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = inverse(1 + even * d);
      c = away(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = inverse(1 + odd * d);
      c = away(1 + odd / c);
      double change = d * c;
      value *= change;
      if (Math.abs(change - 1) < PRECISION) {
        break;
      }
    }
    return value;
  }

  private static double inverse(double value) {
    return 1 / away(value);
  }

  private static double away(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
