package org.leibniz.cli.internal.summary;

import org.leibniz.stats.Interval;
import org.leibniz.stats.Proportion;

/**
 * A share of correct samples with its 95 % interval, all from 0 to 1.
 *
 * @param value NaN where n is 0
 * @param method how the interval was made
 */
public record Accuracy(long correct, long n, double value, double low, double high, String method) {
  /** For independent samples: Wilson's interval, Jeffreys' below 300. */
  public static Accuracy of(long correct, long n) {
    Proportion share = Proportion.of(correct, n);
    Interval interval = share.interval();
    return new Accuracy(correct, n, share.value(), interval.low(), interval.high(), interval.method().label());
  }
}
