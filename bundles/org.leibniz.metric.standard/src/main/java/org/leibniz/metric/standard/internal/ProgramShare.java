package org.leibniz.metric.standard.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.leibniz.api.metric.Accumulator;
import org.leibniz.api.metric.GradedSample;
import org.leibniz.api.metric.Measure;
import org.leibniz.stats.Interval;
import org.leibniz.stats.RatioOfTotals;

/** Successful programs among all programs; the programs of one problem are a cluster. {@code n} counts programs. */
final class ProgramShare implements Accumulator {
  private final Map<String, long[]> counts = new HashMap<>();

  @Override
  public void add(GradedSample sample) {
    if (sample.programs() > 0) {
      long[] count = counts.computeIfAbsent(sample.problem(), problem -> new long[2]);
      count[0] += sample.programs() - sample.programsFailed();
      count[1] += sample.programs();
    }
  }

  @Override
  public Measure result() {
    RatioOfTotals share = RatioOfTotals.of(counts.values());
    Interval interval = share.interval();
    return new Measure(share.value(), end(interval.low()), end(interval.high()), share.total(), "share");
  }

  private static OptionalDouble end(double end) {
    return Double.isNaN(end) ? OptionalDouble.empty() : OptionalDouble.of(end);
  }
}
