package org.leibniz.stats.internal;

/** Student's t distribution, by its relation to the incomplete beta function (Abramowitz and Stegun 26.7.1). */
public final class StudentDistribution {
  private StudentDistribution() {}

  /** Probability of a value at least {@code |t|} away from zero on either side; {@code degrees > 0}. */
  public static double twoSided(double t, double degrees) {
    if (!(degrees > 0)) {
      throw new IllegalArgumentException("t needs positive degrees of freedom, got " + degrees);
    }
    if (Double.isInfinite(t)) {
      return 0;
    }
    return BetaDistribution.cumulative(degrees / (degrees + t * t), degrees / 2, 0.5);
  }

  /** The {@code t} such that {@code level} of the distribution lies in [−t, t], for instance 12.706 at 0.95 and 1 degree. */
  public static double critical(double level, double degrees) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level lies in (0, 1), got " + level);
    }
    double x = BetaDistribution.quantile(1 - level, degrees / 2, 0.5);
    return Math.sqrt(degrees * (1 - x) / x);
  }
}
