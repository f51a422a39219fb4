package org.leibniz.stats;

import org.leibniz.stats.internal.BetaDistribution;
import org.leibniz.stats.internal.NormalDistribution;
import org.leibniz.stats.internal.StudentDistribution;

/**
 * A two-sided interval and how it was made.
 *
 * @param level for instance 0.95
 */
public record Interval(double low, double high, double level, Method method) {
  /** The level used wherever none is named. */
  public static final double LEVEL = 0.95;

  /** Below so many problems the central limit theorem is not relied on (Bowyer et al. 2025, arXiv 2503.01747). */
  public static final int FEW = 300;

  /** How an interval was made; {@link #label} is what outputs print. */
  public enum Method {
    WILSON("Wilson"),
    JEFFREYS("Jeffreys"),
    STUDENT("t"),
    NORMAL("normal"),
    BONETT_PRICE("Bonett–Price"),
    BOOTSTRAP("bootstrap"),
    /** There are too few observations for any interval; the ends are NaN. */
    NONE("none");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN, LEVEL, Method.NONE);

  /** The default 95 % interval of a share: {@link #wilson}, or {@link #jeffreys} below {@value #FEW} problems. */
  public static Interval ofShare(long successes, long n) {
    return ofShare(successes, n, LEVEL);
  }

  public static Interval ofShare(long successes, long n, double level) {
    return n < FEW ? jeffreys(successes, n, level) : wilson(successes, n, level);
  }

  /**
   * Wilson's score interval (Wilson 1927).
   *
   * @param successes from 0 to {@code n}; need not be whole, so that it serves an effective sample size
   * @return undefined where {@code n} is 0
   */
  public static Interval wilson(double successes, double n, double level) {
    check(successes, n);
    if (n == 0) {
      return UNDEFINED;
    }
    double z = NormalDistribution.quantile(0.5 + level / 2);
    double share = successes / n;
    double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    double low = successes == 0 ? 0 : Math.max(0, centre - half);
    double high = successes == n ? 1 : Math.min(1, centre + half);
    return new Interval(low, high, level, Method.WILSON);
  }

  /**
   * The equal-tailed interval of the posterior Beta(successes + ½, failures + ½) under Jeffreys' prior, with an end at 0 or
   * 1 where nothing or everything succeeded (Brown, Cai and DasGupta 2001, section 4.1.2).
   *
   * @return undefined where {@code n} is 0
   */
  public static Interval jeffreys(double successes, double n, double level) {
    check(successes, n);
    if (n == 0) {
      return UNDEFINED;
    }
    double a = successes + 0.5;
    double b = n - successes + 0.5;
    double tail = (1 - level) / 2;
    double low = successes == 0 ? 0 : BetaDistribution.quantile(tail, a, b);
    double high = successes == n ? 1 : BetaDistribution.quantile(1 - tail, a, b);
    return new Interval(low, high, level, Method.JEFFREYS);
  }

  /** {@code centre ± t · standardError}; undefined where {@code degrees} is below 1. */
  public static Interval student(double centre, double standardError, double degrees, double level) {
    if (!(degrees >= 1) || Double.isNaN(standardError)) {
      return UNDEFINED;
    }
    double half = StudentDistribution.critical(level, degrees) * standardError;
    return new Interval(centre - half, centre + half, level, Method.STUDENT);
  }

  /** {@code centre ± z · standardError}; undefined where the standard error is. */
  public static Interval normal(double centre, double standardError, double level) {
    if (Double.isNaN(standardError)) {
      return UNDEFINED;
    }
    double half = NormalDistribution.quantile(0.5 + level / 2) * standardError;
    return new Interval(centre - half, centre + half, level, Method.NORMAL);
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  private static void check(double successes, double n) {
    if (!(n >= 0 && successes >= 0 && successes <= n)) {
      throw new IllegalArgumentException(successes + " successes in " + n + " trials");
    }
  }
}
