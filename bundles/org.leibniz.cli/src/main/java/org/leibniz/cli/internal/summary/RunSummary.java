package org.leibniz.cli.internal.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.metric.Measure;
import org.leibniz.api.metric.Slice;
import org.leibniz.store.Grading;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.store.SummaryRow;

/**
 * The counts of one run under one grading.
 *
 * @param subjects in order of name
 * @param levels in order, without problems that have none; empty where none has a level
 * @param measures by slice and metric; empty where they were not asked for
 */
public record RunSummary(
    RunRow run,
    Grading grading,
    Tally all,
    List<Tally> subjects,
    List<Tally> levels,
    Map<Slice, Map<String, Measure>> measures) {
  /** Reads the counts, which is cheap at any size. */
  public static RunSummary read(RunStore store, RunRow run) {
    return read(store, run, firstGrading(store, run));
  }

  public static RunSummary read(RunStore store, RunRow run, Grading grading) {
    Tally all = new Tally("all");
    Map<String, Tally> subjects = new TreeMap<>(NaturalOrder.INSTANCE);
    Map<Integer, Tally> levels = new TreeMap<>();
    for (SummaryRow row : store.summary(grading.key())) {
      all.add(row.outcome(), row.n());
      subjects.computeIfAbsent(row.subject(), Tally::new).add(row.outcome(), row.n());
      if (row.level() > 0) {
        levels.computeIfAbsent(row.level(), level -> new Tally("level " + level)).add(row.outcome(), row.n());
      }
    }
    return new RunSummary(
        run, grading, all, new ArrayList<>(subjects.values()), new ArrayList<>(levels.values()), Map.of());
  }

  public static Grading firstGrading(RunStore store, RunRow run) {
    return store.gradings(run.key()).stream()
        .findFirst()
        .orElseThrow(() -> new LeibnizException(ErrorCode.STORE, "run " + run.id() + " has no grading"));
  }

  public RunSummary with(Map<Slice, Map<String, Measure>> measured) {
    return new RunSummary(run, grading, all, subjects, levels, measured);
  }

  /** What the grader's self-test found wrong on these problems; belongs to every view of the run's numbers. */
  public Optional<String> warning() {
    return warning(grading);
  }

  public static Optional<String> warning(Grading grading) {
    return Optional.of(grading.spec().warning()).filter(found -> !found.isEmpty()).map(found -> "warning: " + found);
  }

  public Accuracy accuracy() {
    return accuracy(all, Slice.ALL);
  }

  public Accuracy ofSubject(Tally subject) {
    return accuracy(subject, new Slice("subject", subject.name()));
  }

  public Accuracy ofLevel(Tally level) {
    return accuracy(level, new Slice("level", level.name().replace("level ", "")));
  }

  /** Repeated samples of a problem are not independent: their interval comes from the metric, which averages per problem. */
  private Accuracy accuracy(Tally tally, Slice slice) {
    Measure measured = measures.getOrDefault(slice, Map.of()).get("accuracy");
    if (run.samplesPerProblem() > 1 && measured != null && measured.low().isPresent() && measured.high().isPresent()) {
      return new Accuracy(
          tally.correct(), tally.n(), measured.value(), measured.low().getAsDouble(), measured.high().getAsDouble(), "per problem");
    }
    return Accuracy.of(tally.correct(), tally.n());
  }

  public long failures() {
    return all.count(Outcome.MODEL_FAILED) + all.count(Outcome.STRATEGY_FAILED) + all.count(Outcome.GRADER_FAILED);
  }
}
