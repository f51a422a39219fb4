package org.leibniz.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.metric.Accumulator;
import org.leibniz.api.metric.GradedSample;
import org.leibniz.api.metric.Measure;
import org.leibniz.api.metric.Metric;
import org.leibniz.api.metric.Slice;

/** What every metric must keep. Extend it and say how yours is made. */
public abstract class MetricContract {
  private Metric metric;

  /** A new, unconfigured metric. */
  protected abstract Metric create();

  /** Settings to configure it with. */
  protected Config config() {
    return Config.EMPTY;
  }

  @BeforeEach
  final void configureMetric() {
    metric = create();
    metric.configure(config());
  }

  @Test
  void measuresNothingWithoutFailing() {
    Measure measure = measured(List.of());
    assertThat(measure.n()).isZero();
    assertThat(measure.unit()).isNotBlank();
    assertThat(measure.low()).isEmpty();
    assertThat(measure.high()).isEmpty();
  }

  @Test
  void takesEveryOutcomeAndUnknownTokens() {
    List<GradedSample> samples = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      samples.add(
          new GradedSample("p" + samples.size(), "all", 0, 0, outcome, false, Set.of("truncated"), 0, 0, 0, -1, -1, 0));
    }
    assertSound(measured(samples));
    for (GradedSample sample : samples) {
      assertSound(measured(List.of(sample)));
    }
  }

  @Test
  void givesASoundMeasureForOneAndForSeveralSamplesAProblem() {
    for (int perProblem : new int[] {1, 4}) {
      Measure measure = measured(samples(120, perProblem));
      assertSound(measure);
      assertThat(measure.n()).isPositive();
      assertThat(measure.value()).isFinite();
    }
  }

  @Test
  void countsUnevenNumbersOfSamples() {
    List<GradedSample> uneven = new ArrayList<>(samples(20, 3));
    uneven.remove(7);
    uneven.remove(30);
    assertSound(measured(uneven));
  }

  @Test
  void hasTheSameUnitInEverySlice() {
    String unit = measured(samples(5, 1)).unit();
    for (Slice slice : List.of(new Slice("subject", "Algebra"), new Slice("level", "3"), new Slice("outcome", "wrong"))) {
      assertThat(metric.start(slice).result().unit()).isEqualTo(unit);
    }
  }

  @Test
  void accumulatorsDoNotShareState() {
    List<GradedSample> samples = samples(40, 2);
    Measure alone = measured(samples);
    Accumulator one = metric.start(Slice.ALL);
    Accumulator other = metric.start(new Slice("subject", "all"));
    for (GradedSample sample : samples) {
      one.add(sample);
      if (sample.outcome() == Outcome.CORRECT) {
        other.add(sample);
      }
    }
    assertThat(one.result()).isEqualTo(alone);
  }

  @Test
  void resultMayBeReadAgainAndInBetween() {
    Accumulator accumulator = metric.start(Slice.ALL);
    List<GradedSample> samples = samples(30, 1);
    for (GradedSample sample : samples) {
      accumulator.add(sample);
      assertSound(accumulator.result());
    }
    assertThat(accumulator.result()).isEqualTo(accumulator.result()).isEqualTo(measured(samples));
  }

  @Test
  void slicesAreMeasuredByManyThreadsAtATime() throws Exception {
    List<GradedSample> samples = samples(200, 2);
    Measure expected = measured(samples);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Measure>> measures = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        measures.add(threads.submit(() -> measured(samples)));
      }
      for (Future<Measure> measure : measures) {
        assertThat(measure.get()).isEqualTo(expected);
      }
    }
  }

  /** Samples in order of problem and sample, of several subjects, levels, outcomes and costs. */
  protected static List<GradedSample> samples(int problems, int perProblem) {
    Outcome[] outcomes = Outcome.values();
    List<GradedSample> samples = new ArrayList<>();
    for (int problem = 0; problem < problems; problem++) {
      for (int k = 0; k < perProblem; k++) {
        int mixed = problem * 31 + k * 17;
        Outcome outcome = mixed % 3 == 0 ? Outcome.CORRECT : outcomes[mixed % outcomes.length];
        samples.add(
            new GradedSample(
                "p%05d".formatted(problem),
                problem % 2 == 0 ? "Algebra" : "Geometry",
                1 + problem % 5,
                k,
                outcome,
                outcome == Outcome.CORRECT || outcome == Outcome.WRONG,
                outcome == Outcome.TRUNCATED ? Set.of("truncated") : Set.of(),
                1 + mixed % 4,
                mixed % 4,
                mixed % 4 == 3 ? 1 : 0,
                100 + mixed % 50,
                mixed % 7 == 0 ? -1 : 200 + mixed % 90,
                1000L + mixed));
      }
    }
    return samples;
  }

  private Measure measured(List<GradedSample> samples) {
    Accumulator accumulator = metric.start(Slice.ALL);
    samples.forEach(accumulator::add);
    return accumulator.result();
  }

  private static void assertSound(Measure measure) {
    assertThat(measure.n()).isNotNegative();
    assertThat(measure.value()).isNotInfinite();
    assertThat(measure.unit()).isNotBlank();
    assertThat(measure.low().isPresent()).isEqualTo(measure.high().isPresent());
    if (measure.low().isPresent()) {
      assertThat(measure.low().getAsDouble()).isLessThanOrEqualTo(measure.value());
      assertThat(measure.high().getAsDouble()).isGreaterThanOrEqualTo(measure.value());
    }
    if (measure.unit().equals("share") && !Double.isNaN(measure.value())) {
      assertThat(measure.value()).isBetween(0.0, 1.0);
      measure.low().ifPresent(low -> assertThat(low).isBetween(0.0, 1.0));
      measure.high().ifPresent(high -> assertThat(high).isBetween(0.0, 1.0));
    }
  }
}
