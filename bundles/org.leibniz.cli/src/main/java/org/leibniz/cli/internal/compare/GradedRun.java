package org.leibniz.cli.internal.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.metric.GradedSample;
import org.leibniz.cli.internal.runs.Gradings;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.store.Grading;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;

/**
 * A run as it is compared: per problem, the share of its samples that are correct.
 *
 * @param grades by problem
 * @param subjects by problem
 * @param outcomes the first sample's outcome, by problem
 */
record GradedRun(
    RunRow run, Grading grading, Map<String, Double> grades, Map<String, String> subjects, Map<String, Outcome> outcomes) {
  static GradedRun read(RunStore store, RunRow run, Optional<String> grader) {
    Grading grading =
        grader.map(id -> Gradings.find(store, run, id)).orElseGet(() -> RunSummary.firstGrading(store, run));
    Map<String, long[]> counts = new LinkedHashMap<>();
    Map<String, String> subjects = new LinkedHashMap<>();
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    try (Stream<GradedSample> samples = store.graded(run.key(), grading.key())) {
      samples.forEach(
          sample -> {
            long[] count = counts.computeIfAbsent(sample.problem(), id -> new long[2]);
            count[0] += sample.outcome() == Outcome.CORRECT ? 1 : 0;
            count[1]++;
            subjects.put(sample.problem(), sample.subject());
            outcomes.putIfAbsent(sample.problem(), sample.outcome());
          });
    }
    Map<String, Double> grades =
        counts.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> (double) e.getValue()[0] / e.getValue()[1], (a, b) -> a, LinkedHashMap::new));
    return new GradedRun(run, grading, grades, subjects, outcomes);
  }

  /** Whether both are graded by the same grader with the same options. */
  boolean gradedLike(GradedRun other) {
    return grading.spec().withWarning("").equals(other.grading.spec().withWarning(""));
  }
}
