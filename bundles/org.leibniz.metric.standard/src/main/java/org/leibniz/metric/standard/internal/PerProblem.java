package org.leibniz.metric.standard.internal;

import java.util.Arrays;
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
 * the observations: {@code n} counts problems, and repeating each sample does not narrow the interval. Memory grows by one
 * number a problem.
 */
final class PerProblem implements Accumulator {
  private final ToDoubleFunction<GradedSample> value;
  private final String unit;

  // of the problem that came last
  private String problem = "";
  private double sum;
  private long count;

  // of the problems before it
  private double[] means = new double[16];
  private int problems;
  private long samples;

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
    if (!sample.problem().equals(problem)) {
      close();
      problem = sample.problem();
    }
    sum += own;
    count++;
  }

  private void close() {
    if (count == 0) {
      return;
    }
    if (problems == means.length) {
      means = Arrays.copyOf(means, 2 * problems);
    }
    means[problems++] = sum / count;
    samples += count;
    sum = 0;
    count = 0;
  }

  @Override
  public Measure result() {
    if (count == 0) {
      return Measure.of(Double.NaN, 0, unit);
    }
    double[] observations = Arrays.copyOf(means, problems + 1);
    observations[problems] = sum / count;
    Mean mean = Mean.of(observations);
    Interval interval = unit.equals("share") ? Repeats.interval(mean, samples + count) : mean.interval();
    return new Measure(mean.value(), end(interval.low(), mean), end(interval.high(), mean), mean.n(), unit);
  }

  private static OptionalDouble end(double end, Mean mean) {
    return mean.n() == 0 || Double.isNaN(end) ? OptionalDouble.empty() : OptionalDouble.of(end);
  }
}
