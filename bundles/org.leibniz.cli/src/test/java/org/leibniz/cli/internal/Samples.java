package org.leibniz.cli.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Status;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Solution;
import org.leibniz.store.CallRecord;
import org.leibniz.store.Grading;
import org.leibniz.store.GradingSpec;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStatus;
import org.leibniz.store.StoredSample;
import org.leibniz.store.StoredSample.GradedVerdict;
import org.leibniz.store.StoredSample.TimedSegment;
import org.leibniz.store.VerdictRecord;

/** Stored values for tests. */
final class Samples {
  static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private Samples() {}

  static RunRow run(long key, String id, String name, int problems) {
    return new RunRow(
        key, id, name, "", "key-" + name, RunStatus.FINISHED, START, Optional.of(START.plusSeconds(10)), "gsm8k", "test",
        "d1", "cot", "model-7b", "recorded", problems, 1, 2, List.of("matched by id"), 10, 0, Set.of(), "",
        "{\"seed\":0,\"strategy\":{\"id\":\"cot\"},\"executor\":{\"id\":\"echo\",\"timeout\":\"5s\"}}",
        "{\"model\":\"abc\"}");
  }

  static RunRow with(RunRow run, RunStatus status, Set<String> tags, String note) {
    return new RunRow(
        run.key(), run.id(), run.name(), run.experiment(), run.planKey(), status, run.started(), run.ended(), run.dataset(),
        run.split(), run.datasetDigest(), run.strategy(), run.model(), run.origin(), run.problems(),
        run.samplesPerProblem(), run.excluded(), run.remarks(), run.wallSeconds(), run.resumptions(), tags, note,
        run.plan(), run.digests());
  }

  static RunRow named(RunRow run, String experiment, String dataset, String strategy, String model) {
    return new RunRow(
        run.key(), run.id(), run.name(), experiment, run.planKey(), run.status(), run.started(), run.ended(), dataset,
        run.split(), run.datasetDigest(), strategy, model, run.origin(), run.problems(), run.samplesPerProblem(),
        run.excluded(), run.remarks(), run.wallSeconds(), run.resumptions(), run.tags(), run.note(), run.plan(), run.digests());
  }

  static Grading grading(long key, String grader) {
    return new Grading(key, new GradingSpec(grader, "digest", "{}"), START);
  }

  static Problem problem(String id, String subject, int level) {
    return new Problem(id, 0, "What is 6 times 7?", subject, level, List.of(), "42", "", Map.of());
  }

  static StoredSample sample(Problem problem, List<Grading> gradings, Outcome... outcomes) {
    List<GradedVerdict> verdicts = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      boolean correct = outcomes[i] == Outcome.CORRECT;
      verdicts.add(
          new GradedVerdict(
              gradings.get(i),
              new VerdictRecord(
                  outcomes[i], Optional.of(correct ? "42" : "41"), 3, 5, "boxed", Optional.of(correct), correct ? "same" : "41 is not 42", "string")));
    }
    List<Segment> segments = List.of(new Segment.Text("So \u001b[31m42.", "", 0), new Segment.Code("6*7", "", 0));
    return new StoredSample(
        problem, 0, outcomes[0], outcomes[0] == Outcome.WRONG ? Set.of("execution-differs") : Set.of(), "", "s1",
        new Solution(segments, "So 42.", Solution.Ending.FINISHED), verdicts,
        segments.stream().map(segment -> new TimedSegment(segment, 12, 5, "end")).toList(), 20);
  }

  static CallRecord executed(int ordinal, String code, String display) {
    return new CallRecord.Executed(
        new CallRecord.Place("", ordinal, ordinal - 1, 0, 5), code, true,
        Optional.of(new Execution(Status.OK, display, "", "", display, Execution.ErrorInfo.NONE, 5, 3)), "");
  }
}
