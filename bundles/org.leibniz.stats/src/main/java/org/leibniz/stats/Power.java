package org.leibniz.stats;

import org.leibniz.stats.internal.NormalDistribution;

/** What differences a comparison can see. */
public final class Power {
  /** The share of true effects that the minimum detectable effect is meant to find. */
  public static final double POWER = 0.8;

  private static final double FACTOR =
      NormalDistribution.quantile(0.5 + Interval.LEVEL / 2) + NormalDistribution.quantile(POWER);

  private Power() {}

  /** The true difference found significant at 5 % (two-sided) in 80 % of repetitions: 2.80 standard errors. */
  public static double minimumDetectable(double standardError) {
    return FACTOR * standardError;
  }

  /**
   * The same for right-or-wrong grades, before anything was run: {@code 2.80 · sqrt(discordance / n)}.
   *
   * @param discordance expected share of problems that exactly one of the two runs solves
   */
  public static double minimumDetectable(double discordance, long n) {
    return minimumDetectable(Math.sqrt(discordance / n));
  }

  /** How many problems make {@code effect} detectable at an expected {@code discordance}. */
  public static long problemsNeeded(double effect, double discordance) {
    return (long) Math.ceil(discordance * Math.pow(FACTOR / effect, 2));
  }
}
