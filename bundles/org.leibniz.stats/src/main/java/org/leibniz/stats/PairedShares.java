package org.leibniz.stats;

import org.leibniz.stats.internal.NormalDistribution;

/**
 * The difference of two shares of the same few problems, adjusted by one more problem gained and one more lost (Bonett and
 * Price 2012, <i>Adjusted Wald confidence interval for a difference of binomial proportions based on paired data</i>): it
 * does not collapse where no problem differs.
 */
record PairedShares(int gained, int lost, int n) {
  double standardError() {
    double up = (gained + 1.0) / (n + 2);
    double down = (lost + 1.0) / (n + 2);
    return Math.sqrt((up + down - (up - down) * (up - down)) / (n + 2));
  }

  Interval interval() {
    double centre = (double) (gained - lost) / (n + 2);
    double half = NormalDistribution.quantile(0.5 + Interval.LEVEL / 2) * standardError();
    return new Interval(
        Math.max(-1, centre - half), Math.min(1, centre + half), Interval.LEVEL, Interval.Method.BONETT_PRICE);
  }
}
