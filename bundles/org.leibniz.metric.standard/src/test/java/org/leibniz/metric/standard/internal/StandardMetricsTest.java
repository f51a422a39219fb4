package org.leibniz.metric.standard.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.metric.Accumulator;
import org.leibniz.api.metric.GradedSample;
import org.leibniz.api.metric.Measure;
import org.leibniz.api.metric.Metric;
import org.leibniz.api.metric.Slice;
import org.leibniz.stats.Interval;
import org.leibniz.tck.MetricContract;

class StandardMetricsTest {
  private static final Map<String, Metric> METRICS =
      Map.of(
          "accuracy", new AccuracyMetric(),
          "answered", new AnsweredMetric(),
          "truncated", new TruncatedMetric(),
          "execution-success", new ExecutionSuccessMetric(),
          "programs", new ProgramsMetric(),
          "model-calls", new ModelCallsMetric(),
          "tokens", new TokensMetric(),
          "time", new TimeMetric());

  @Test
  void everyMetricHasADescriptorThatNamesItsUnit() throws IOException {
    for (Map.Entry<String, Metric> metric : METRICS.entrySet()) {
      try (InputStream in = getClass().getResourceAsStream("/LEIBNIZ-INF/metric-" + metric.getKey() + ".json")) {
        JsonNode descriptor = new ObjectMapper().readTree(in);
        assertThat(descriptor.path("label").asText()).isNotBlank();
        assertThat(descriptor.path("description").asText()).isNotBlank();
        assertThat(descriptor.path("schema").path("type").asText()).isEqualTo("object");
        assertThat(descriptor.path("unit").asText()).isEqualTo(metric.getValue().start(Slice.ALL).result().unit());
      }
    }
  }

  @Test
  void accuracyWithOneSampleAProblemHasTheIntervalOfAShare() {
    Measure measure = measure("accuracy", graded(1117, 1319));
    assertThat(measure.value()).isCloseTo(0.8469, within(5e-5));
    assertThat(measure.n()).isEqualTo(1319);
    assertThat(measure.low()).hasValue(Interval.ofShare(1117, 1319).low());
    assertThat(measure.high()).hasValue(Interval.ofShare(1117, 1319).high());
  }

  @Test
  void accuracyAveragesPerProblemFirst() {
    List<GradedSample> samples = new ArrayList<>();
    samples.add(sample("one", 0, Outcome.CORRECT));
    for (int k = 0; k < 3; k++) {
      samples.add(sample("three", k, Outcome.WRONG));
    }
    Measure measure = measure("accuracy", samples);
    assertThat(measure.value()).isEqualTo(0.5);
    assertThat(measure.n()).isEqualTo(2);
  }

  @Test
  void executionSuccessIsOverProgramsAndUndefinedWithoutAny() {
    List<GradedSample> samples = List.of(costs("a", 4, 1), costs("b", 0, 0), costs("c", 1, 1));
    assertThat(measure("execution-success", samples).value()).isEqualTo(0.6);
    assertThat(measure("execution-success", samples).n()).isEqualTo(5);
    assertThat(measure("execution-success", List.of(costs("b", 0, 0))).value()).isNaN();
    assertThat(measure("programs", samples).value()).isCloseTo(5 / 3.0, within(1e-15));
  }

  @Test
  void tokensLeaveOutSamplesThatWereNotCounted() {
    List<GradedSample> samples = List.of(tokens("a", 100), tokens("b", -1), tokens("c", 300));
    assertThat(measure("tokens", samples).value()).isEqualTo(200);
    assertThat(measure("tokens", samples).n()).isEqualTo(2);
    assertThat(measure("tokens", List.of(tokens("b", -1))).value()).isNaN();
  }

  @Test
  void truncatedCountsTheFlagWhateverTheOutcome() {
    List<GradedSample> samples =
        List.of(sample("a", 0, Outcome.CORRECT), new GradedSample("b", "all", 0, 0, Outcome.CORRECT, true, Set.of("truncated"), 1, 0, 0, 1, 1, 1));
    assertThat(measure("truncated", samples).value()).isEqualTo(0.5);
    assertThat(measure("answered", samples).value()).isEqualTo(1);
  }

  private static Measure measure(String id, List<GradedSample> samples) {
    Accumulator accumulator = METRICS.get(id).start(Slice.ALL);
    samples.forEach(accumulator::add);
    return accumulator.result();
  }

  private static List<GradedSample> graded(int correct, int n) {
    List<GradedSample> samples = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      samples.add(sample("p" + i, 0, i < correct ? Outcome.CORRECT : Outcome.NO_ANSWER));
    }
    return samples;
  }

  private static GradedSample sample(String problem, int k, Outcome outcome) {
    return new GradedSample(problem, "all", 0, k, outcome, true, Set.of(), 1, 0, 0, 10, 10, 5);
  }

  private static GradedSample costs(String problem, int programs, int failed) {
    return new GradedSample(problem, "all", 0, 0, Outcome.WRONG, true, Set.of(), 1, programs, failed, 10, 10, 5);
  }

  private static GradedSample tokens(String problem, long completion) {
    return new GradedSample(problem, "all", 0, 0, Outcome.WRONG, true, Set.of(), 1, 0, 0, 10, completion, 5);
  }

  @Nested
  class Accuracy extends MetricContract {
    @Override
    protected Metric create() {
      return new AccuracyMetric();
    }
  }

  @Nested
  class Answered extends MetricContract {
    @Override
    protected Metric create() {
      return new AnsweredMetric();
    }
  }

  @Nested
  class Truncated extends MetricContract {
    @Override
    protected Metric create() {
      return new TruncatedMetric();
    }
  }

  @Nested
  class ExecutionSuccess extends MetricContract {
    @Override
    protected Metric create() {
      return new ExecutionSuccessMetric();
    }
  }

  @Nested
  class Programs extends MetricContract {
    @Override
    protected Metric create() {
      return new ProgramsMetric();
    }
  }

  @Nested
  class ModelCalls extends MetricContract {
    @Override
    protected Metric create() {
      return new ModelCallsMetric();
    }
  }

  @Nested
  class Tokens extends MetricContract {
    @Override
    protected Metric create() {
      return new TokensMetric();
    }
  }

  @Nested
  class Time extends MetricContract {
    @Override
    protected Metric create() {
      return new TimeMetric();
    }
  }
}
