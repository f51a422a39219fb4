package org.leibniz.store.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
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

/** The run store in an embedded H2 database: who does what is in the classes it hands on to. */
final class H2RunStore implements RunStore {
  private final Database database;
  private final GroupWriter writer;
  private final SampleReader samples;
  private final GradedReader graded;
  private final Regrading regrading;
  private final ReplyCache cache;
  private final Labels labels;

  /** Runs that this store works on. */
  private final Map<Long, OpenRun> open = new ConcurrentHashMap<>();

  H2RunStore(DatabaseFile file) {
    database = new Database(file);
    writer = new GroupWriter(database);
    samples = new SampleReader(database);
    graded = new GradedReader(database);
    regrading = new Regrading(database);
    cache = new ReplyCache(database, writer);
    labels = new Labels(writer);
  }

  @Override
  public RunRow begin(NewRun run, List<Problem> problems) {
    if (run.gradings().isEmpty()) {
      throw new LeibnizException(ErrorCode.INTERNAL, "a run needs a grading, which decides the outcome of its samples");
    }
    return opened(database.run(session -> Runs.begin(session, run, problems)));
  }

  @Override
  public Optional<RunRow> unfinished(String planKey) {
    return database.run(session -> Runs.unfinished(session, planKey));
  }

  @Override
  public RunRow resume(long run) {
    return opened(database.run(session -> Runs.resume(session, run)));
  }

  private RunRow opened(RunRow run) {
    long key = run.key();
    open.put(
        key,
        database.run(
            session ->
                OpenRun.load(
                    session,
                    key,
                    labels,
                    base -> GroupWriter.await(writer.submit(other -> PromptBases.store(other, key, base))))));
    writer.beat(key);
    return run;
  }

  @Override
  public Set<SampleKey> committed(long run) {
    return graded.committed(run);
  }

  @Override
  public void append(long run, FinishedSample sample) {
    OpenRun opened = open.get(run);
    if (opened == null) {
      throw new LeibnizException(ErrorCode.INTERNAL, "the run was neither begun nor resumed here");
    }
    writer.append(run, () -> SampleRows.of(sample, opened));
  }

  @Override
  public void finish(long run, RunStatus status, double wallSeconds) {
    writer.rest(run);
    open.remove(run);
    database.run(session -> Runs.finish(session, run, status, wallSeconds));
  }

  @Override
  public List<RunRow> runs() {
    return database.run(Runs::all);
  }

  @Override
  public RunRow find(String text) {
    return RunFinder.find(runs(), text);
  }

  @Override
  public void tag(long run, Set<String> add, Set<String> remove) {
    database.run(
        session -> {
          Runs.get(session, run);
          for (String tag : remove) {
            session.change("DELETE FROM store.tag WHERE run = ? AND tag = ?", run, tag);
          }
          for (String tag : add) {
            session.change("MERGE INTO store.tag (run, tag) KEY (run, tag) VALUES (?, ?)", run, tag);
          }
          return null;
        });
  }

  @Override
  public void note(long run, String note) {
    database.run(
        session -> {
          Runs.get(session, run);
          return session.change("UPDATE store.run SET note = ? WHERE id = ?", note, run);
        });
  }

  @Override
  public void delete(long run) {
    new Deletion(database).delete(run);
  }

  @Override
  public List<Problem> problems(long run) {
    return database.run(session -> Problems.ofRun(session, run));
  }

  @Override
  public List<Grading> gradings(long run) {
    return database.run(session -> Gradings.ofRun(session, run));
  }

  @Override
  public List<SummaryRow> summary(long grading) {
    return database.run(session -> Gradings.summary(session, grading));
  }

  @Override
  public Stream<GradedSample> graded(long run, long grading) {
    return graded.graded(run, grading);
  }

  @Override
  public Stream<StoredSample> samples(SampleQuery query) {
    return samples.samples(query);
  }

  @Override
  public List<CallRecord> calls(long run, String problem, int sample) {
    return samples.calls(run, new SampleKey(problem, sample));
  }

  @Override
  public long count(long run) {
    return database.run(
        session ->
            session.row("SELECT committed FROM store.run WHERE id = ?", row -> row.getLong(1), run).orElse(0L));
  }

  @Override
  public Grading beginGrading(long run, GradingSpec spec) {
    return database.run(session -> Gradings.addNext(session, run, spec));
  }

  @Override
  public void appendVerdicts(long grading, List<RegradedSample> verdicts) {
    regrading.append(grading, verdicts);
  }

  @Override
  public Optional<CachedReply> cached(byte[] key) {
    return cache.get(key);
  }

  @Override
  public void cache(byte[] key, CachedReply reply) {
    cache.put(key, reply);
  }

  @Override
  public SqlResult query(String sql) {
    return new FreeQuery(database).run(sql);
  }

  @Override
  public void close() {
    writer.close();
    try {
      for (OpenRun run : List.copyOf(open.values())) {
        double seconds = Duration.between(run.begun(), Instant.now()).toMillis() / 1000.0;
        finish(run.key(), RunStatus.INTERRUPTED, seconds);
      }
    } finally {
      database.close();
    }
  }
}
