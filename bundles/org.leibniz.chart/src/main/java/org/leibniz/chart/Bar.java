package org.leibniz.chart;

import org.leibniz.stats.Interval;

/**
 * One share in one category.
 *
 * @param category a subject, a level or another part of a dataset
 * @param value from 0 to 1; NaN where it is not defined
 * @param low lower end of its interval; NaN where there is none
 * @param high upper end; NaN where there is none
 * @param n how many problems it rests on; 0 where that is not known
 */
public record Bar(String category, double value, double low, double high, long n) {
  public Bar {
    if (value < 0 || value > 1 || low > value + 1e-9 || high < value - 1e-9) {
      throw new IllegalArgumentException(category + ": " + value + " in [" + low + ", " + high + "]");
    }
  }

  /** An accuracy with its default 95 % interval: Wilson, or Jeffreys below 300 problems. */
  public static Bar of(String category, long correct, long n) {
    Interval interval = Interval.ofShare(correct, n);
    return new Bar(category, (double) correct / n, interval.low(), interval.high(), n);
  }

  /** A share of which nothing else is known. */
  public static Bar of(String category, double value) {
    return new Bar(category, value, Double.NaN, Double.NaN, 0);
  }

  public boolean hasInterval() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }
}
