package org.leibniz.stats;

import org.leibniz.stats.internal.Binomial;

/** McNemar's test of paired right-or-wrong grades, in its exact form: a sign test on the pairs that differ. */
public final class McNemar {
  private McNemar() {}

  /**
   * The exact two-sided p-value: twice the smaller tail of Binomial(gained + lost, ½), at most 1.
   *
   * @param gained problems that only the second run solves
   * @param lost problems that only the first run solves
   */
  public static double exact(long gained, long lost) {
    if (gained < 0 || lost < 0) {
      throw new IllegalArgumentException("counts below zero: " + gained + ", " + lost);
    }
    return Math.min(1, 2 * Binomial.cumulative(Math.min(gained, lost), gained + lost, 0.5));
  }
}
