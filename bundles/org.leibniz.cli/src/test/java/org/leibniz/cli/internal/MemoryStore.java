package org.leibniz.cli.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.metric.GradedSample;
import org.leibniz.store.CachedReply;
import org.leibniz.store.CallRecord;
import org.leibniz.store.FinishedSample;
import org.leibniz.store.Grading;
import org.leibniz.store.GradingSpec;
import org.leibniz.store.NewRun;
import org.leibniz.store.RegradedSample;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStatus;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleKey;
import org.leibniz.store.SampleQuery;
import org.leibniz.store.SqlResult;
import org.leibniz.store.StoredSample;
import org.leibniz.store.SummaryRow;
import org.leibniz.store.VerdictRecord;

/** A store in memory with what commands read of one. */
final class MemoryStore implements RunStore {
  private final List<RunRow> runs = new ArrayList<>();
  private final Map<Long, List<Grading>> gradings = new HashMap<>();
  private final Map<Long, List<StoredSample>> samples = new HashMap<>();
  private final Map<String, List<CallRecord>> calls = new HashMap<>();

  MemoryStore put(RunRow run, List<Grading> graded, List<StoredSample> stored) {
    runs.removeIf(other -> other.key() == run.key());
    runs.addFirst(run);
    gradings.put(run.key(), new ArrayList<>(graded));
    samples.put(run.key(), new ArrayList<>(stored));
    return this;
  }

  MemoryStore calls(String problem, CallRecord... records) {
    calls.put(problem, List.of(records));
    return this;
  }

  @Override
  public List<RunRow> runs() {
    return List.copyOf(runs);
  }

  @Override
  public RunRow find(String text) {
    List<RunRow> found =
        text.equals("@last") ? runs.subList(0, Math.min(1, runs.size())) : runs.stream().filter(run -> run.id().startsWith(text) || run.name().equals(text)).toList();
    if (found.isEmpty()) {
      throw LeibnizException.usage("no run '" + text + "'");
    }
    return found.getFirst();
  }

  @Override
  public void tag(long run, Set<String> add, Set<String> remove) {
    runs.replaceAll(
        row -> {
          if (row.key() != run) {
            return row;
          }
          Set<String> tags = new HashSet<>(row.tags());
          tags.addAll(add);
          tags.removeAll(remove);
          return Samples.with(row, row.status(), tags, row.note());
        });
  }

  @Override
  public void note(long run, String note) {
    runs.replaceAll(row -> row.key() == run ? Samples.with(row, row.status(), row.tags(), note) : row);
  }

  @Override
  public void delete(long run) {
    runs.removeIf(row -> row.key() == run);
  }

  @Override
  public List<Problem> problems(long run) {
    return samples.get(run).stream().map(StoredSample::problem).toList();
  }

  @Override
  public List<Grading> gradings(long run) {
    return gradings.getOrDefault(run, List.of());
  }

  @Override
  public List<SummaryRow> summary(long grading) {
    Map<String, SummaryRow> rows = new TreeMap<>();
    samples
        .values()
        .forEach(
            all ->
                all.forEach(
                    sample ->
                        verdict(sample, grading)
                            .ifPresent(
                                verdict -> {
                                  Problem problem = sample.problem();
                                  rows.merge(
                                      problem.subject() + problem.level() + verdict.outcome(),
                                      new SummaryRow(problem.subject(), problem.level(), verdict.outcome(), 1),
                                      (a, b) -> new SummaryRow(a.subject(), a.level(), a.outcome(), a.n() + b.n()));
                                })));
    return List.copyOf(rows.values());
  }

  private static Optional<VerdictRecord> verdict(StoredSample sample, long grading) {
    return sample.verdicts().stream()
        .filter(graded -> graded.grading().key() == grading)
        .map(StoredSample.GradedVerdict::verdict)
        .findFirst();
  }

  @Override
  public Stream<GradedSample> graded(long run, long grading) {
    return samples.get(run).stream()
        .map(
            sample -> {
              Outcome outcome = verdict(sample, grading).orElseThrow().outcome();
              int programs = calls.getOrDefault(sample.problem().id(), List.of()).size();
              return new GradedSample(
                  sample.problem().id(), sample.problem().subject(), sample.problem().level(), sample.sample(), outcome,
                  true, sample.flags(), 1, programs, 0, 10, 5, sample.millis());
            });
  }

  @Override
  public Stream<StoredSample> samples(SampleQuery query) {
    return samples.get(query.run()).stream()
        .filter(sample -> query.outcome().isEmpty() || query.outcome().get() == sample.outcome())
        .filter(sample -> query.subject().isEmpty() || query.subject().get().equals(sample.problem().subject()))
        .filter(sample -> query.problem().isEmpty() || query.problem().get().equals(sample.problem().id()))
        .limit(query.limit() == 0 ? Long.MAX_VALUE : query.limit());
  }

  @Override
  public List<CallRecord> calls(long run, String problem, int sample) {
    return calls.getOrDefault(problem, List.of());
  }

  @Override
  public long count(long run) {
    return samples.get(run).size();
  }

  @Override
  public SqlResult query(String sql) {
    List<Object> row = new ArrayList<>(List.of("algebra", 3L));
    row.add(null);
    return new SqlResult(List.of("subject", "n", "x"), List.of(row));
  }

  @Override
  public RunRow begin(NewRun run, List<Problem> problems) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<RunRow> unfinished(String planKey) {
    return Optional.empty();
  }

  @Override
  public RunRow resume(long run) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<SampleKey> committed(long run) {
    return Set.of();
  }

  @Override
  public void append(long run, FinishedSample sample) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void finish(long run, RunStatus status, double wallSeconds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Grading beginGrading(long run, GradingSpec spec) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void appendVerdicts(long grading, List<RegradedSample> verdicts) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<CachedReply> cached(byte[] key) {
    return Optional.empty();
  }

  @Override
  public void cache(byte[] key, CachedReply reply) {}

  @Override
  public void close() {}
}
