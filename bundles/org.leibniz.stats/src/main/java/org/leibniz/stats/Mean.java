package org.leibniz.stats;

/**
 * A mean of independent observations.
 *
 * @param value NaN without observations
 * @param variance with n − 1; NaN below two observations
 * @param standardError {@code sqrt(variance / n)}
 * @param interval with t(n − 1)
 */
public record Mean(int n, double value, double variance, double standardError, Interval interval) {
  public static Mean of(double[] values) {
    return of(values, Interval.LEVEL);
  }

  public static Mean of(double[] values, double level) {
    int n = values.length;
    double value = mean(values);
    double variance = variance(values, value);
    double standardError = Math.sqrt(variance / n);
    return new Mean(n, value, variance, standardError, Interval.student(value, standardError, n - 1.0, level));
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Two passes, because one pass over sums of squares loses the digits that matter. */
  static double variance(double[] values, double mean) {
    if (values.length < 2) {
      return Double.NaN;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares / (values.length - 1);
  }
}
