package org.leibniz.stats;

/**
 * A share of independent yes-or-no observations, for instance the accuracy of a run with one sample a problem.
 *
 * @param value NaN where {@code n} is 0
 * @param standardError {@code sqrt(p (1 − p) / (n − 1))}; NaN below two observations
 */
public record Proportion(long successes, long n, double value, double standardError, Interval interval) {
  public static Proportion of(long successes, long n) {
    double value = n == 0 ? Double.NaN : (double) successes / n;
    double standardError = n < 2 ? Double.NaN : Math.sqrt(value * (1 - value) / (n - 1));
    return new Proportion(successes, n, value, standardError, Interval.ofShare(successes, n));
  }
}
