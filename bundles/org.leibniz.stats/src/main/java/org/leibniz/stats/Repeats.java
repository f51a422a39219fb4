package org.leibniz.stats;

import java.util.List;

/**
 * Accuracy, or any other grade, with K samples a problem. Samples of one problem are not independent: grades are averaged
 * per problem first and the problems are the observations (Miller 2024, arXiv 2411.00640, sections 2.1 and 3.1).
 *
 * @param samples of all problems together
 * @param value mean of the problems' means
 * @param between variance of the problems' true means: observed variance of means less what sampling adds, at least 0
 * @param within mean variance among the samples of one problem; NaN where no problem has two
 * @param standardError at the present K: {@code sqrt(variance of means / n)}
 * @param standardErrorInfinite what it would be as K grows without bound: {@code sqrt(between / n)}
 * @param interval the default interval of a share at the effective sample size {@code p (1 − p) / SE²} where grades lie
 *     between 0 and 1, else with t(n − 1)
 */
public record Repeats(
    int problems,
    long samples,
    double value,
    double between,
    double within,
    double standardError,
    double standardErrorInfinite,
    Interval interval) {

  /** @param grades the grades of each problem, at least one */
  public static Repeats of(List<double[]> grades) {
    int n = grades.size();
    double[] means = new double[n];
    long samples = 0;
    double withinSum = 0;
    double addedSum = 0;
    int repeated = 0;
    boolean shares = true;
    for (int i = 0; i < n; i++) {
      double[] own = grades.get(i);
      if (own.length == 0) {
        throw new IllegalArgumentException("problem " + i + " has no samples");
      }
      means[i] = Mean.mean(own);
      samples += own.length;
      shares &= within01(own);
      if (own.length > 1) {
        double variance = Mean.variance(own, means[i]);
        withinSum += variance;
        addedSum += variance / own.length;
        repeated++;
      }
    }
    Mean mean = Mean.of(means);
    double within = repeated == 0 ? Double.NaN : withinSum / repeated;
    double between = repeated == 0 ? Double.NaN : Math.max(0, mean.variance() - addedSum / repeated);
    return new Repeats(
        n,
        samples,
        mean.value(),
        between,
        within,
        mean.standardError(),
        Math.sqrt(between / n),
        shares ? interval(mean, samples) : mean.interval());
  }

  /**
   * The interval of a share that was averaged per problem. The t interval leaves [0, 1] and collapses where every problem
   * has the same mean; this one does neither. The effective size lies between one problem's worth and one sample's worth
   * each, and with one sample a problem it is n.
   *
   * @param mean of the problems' means, all from 0 to 1
   * @param samples of all problems together
   */
  public static Interval interval(Mean mean, long samples) {
    double p = mean.value();
    if (mean.n() == 0) {
      return Interval.UNDEFINED;
    }
    double effective = mean.n();
    double squaredError = mean.standardError() * mean.standardError();
    if (mean.n() > 1 && samples > mean.n() && squaredError > 0) {
      // Bessel's factor makes this exactly n for 0/1 grades with one sample a problem.
      effective = p * (1 - p) / squaredError * mean.n() / (mean.n() - 1.0);
      effective = Math.clamp(effective, Math.min(2, mean.n()), (double) samples);
    }
    return mean.n() < Interval.FEW
        ? Interval.jeffreys(p * effective, effective, Interval.LEVEL)
        : Interval.wilson(p * effective, effective, Interval.LEVEL);
  }

  private static boolean within01(double[] values) {
    for (double value : values) {
      if (!(value >= 0 && value <= 1)) {
        return false;
      }
    }
    return true;
  }
}
