package org.leibniz.metric.standard.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.leibniz.api.metric.Accumulator;
import org.leibniz.api.metric.GradedSample;
import org.leibniz.api.metric.Measure;
import org.leibniz.stats.Interval;
import org.leibniz.stats.Mean;
import org.leibniz.stats.Repeats;

/**
 * A mean over problems of something that each sample has. Samples of one problem are averaged first, so that the problems are
 * the observations: {@code n} counts problems, and repeating each sample does not narrow the interval. Memory grows with the
 * number of problems, not with that of samples.
 */
final class PerProblem implements Accumulator {
  private final ToDoubleFunction<GradedSample> value;
  private final String unit;
  private final Map<String, double[]> sums = new HashMap<>();
  private final List<double[]> inOrder = new ArrayList<>();

  /** @param value NaN where a sample does not have it: then it is left out */
  PerProblem(ToDoubleFunction<GradedSample> value, String unit) {
    this.value = value;
    this.unit = unit;
  }

  /** A share of samples. */
  static PerProblem share(java.util.function.Predicate<GradedSample> property) {
    return new PerProblem(sample -> property.test(sample) ? 1 : 0, "share");
  }

  @Override
  public void add(GradedSample sample) {
    double own = value.applyAsDouble(sample);
    if (Double.isNaN(own)) {
      return;
    }
    double[] sum =
        sums.computeIfAbsent(
            sample.problem(),
            problem -> {
              double[] fresh = new double[2];
              inOrder.add(fresh);
              return fresh;
            });
    sum[0] += own;
    sum[1]++;
  }

  @Override
  public Measure result() {
    if (inOrder.isEmpty()) {
      return Measure.of(Double.NaN, 0, unit);
    }
    double[] means = new double[inOrder.size()];
    long samples = 0;
    for (int i = 0; i < means.length; i++) {
      means[i] = inOrder.get(i)[0] / inOrder.get(i)[1];
      samples += (long) inOrder.get(i)[1];
    }
    Mean mean = Mean.of(means);
    Interval interval = unit.equals("share") ? Repeats.interval(mean, samples) : mean.interval();
    return new Measure(mean.value(), end(interval.low(), mean), end(interval.high(), mean), mean.n(), unit);
  }

  private static OptionalDouble end(double end, Mean mean) {
    return mean.n() == 0 || Double.isNaN(end) ? OptionalDouble.empty() : OptionalDouble.of(end);
  }
}
