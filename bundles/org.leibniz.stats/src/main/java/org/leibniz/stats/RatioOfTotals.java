package org.leibniz.stats;

import java.util.Collection;

/**
 * A share of events that come in clusters of different sizes, such as successful programs, several a problem: total
 * successes over total events, with the linearised standard error of a ratio (Cochran 1977, section 6.3) over clusters.
 *
 * @param total events in all clusters
 * @param value NaN without events
 * @param standardError NaN below two clusters
 * @param interval the default interval of a share at the effective size {@code p (1 − p) / SE²}, at most {@code total} and at
 *     most the number of clusters where nothing varies
 */
public record RatioOfTotals(
    long successes, long total, int clusters, double value, double standardError, Interval interval) {

  /** @param counts successes and events of each cluster */
  public static RatioOfTotals of(Collection<long[]> counts) {
    long successes = 0;
    long total = 0;
    for (long[] count : counts) {
      if (count[0] < 0 || count[1] < count[0]) {
        throw new IllegalArgumentException(count[0] + " successes in " + count[1] + " events");
      }
      successes += count[0];
      total += count[1];
    }
    int clusters = counts.size();
    double value = (double) successes / total;
    double squares = 0;
    for (long[] count : counts) {
      double residual = count[0] - value * count[1];
      squares += residual * residual;
    }
    double standardError =
        clusters < 2 ? Double.NaN : Math.sqrt(squares * clusters / (clusters - 1.0)) / total;
    return new RatioOfTotals(
        successes, total, clusters, value, standardError, interval(value, standardError, total, clusters));
  }

  private static Interval interval(double value, double standardError, long total, int clusters) {
    if (total == 0) {
      return Interval.UNDEFINED;
    }
    double effective = Math.min(clusters, total);
    if (standardError > 0) {
      double bessel = clusters / (clusters - 1.0);
      effective = Math.clamp(value * (1 - value) / (standardError * standardError) * bessel, 1.0, (double) total);
    }
    return effective < Interval.FEW
        ? Interval.jeffreys(value * effective, effective, Interval.LEVEL)
        : Interval.wilson(value * effective, effective, Interval.LEVEL);
  }
}
