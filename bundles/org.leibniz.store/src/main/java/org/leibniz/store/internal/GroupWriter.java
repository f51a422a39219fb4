package org.leibniz.store.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/**
 * The one thread that writes samples: what arrives together shares a commit. Callers wait for the commit of their batch, and
 * the queue is bounded, so they cannot outrun the disk. Also keeps up the heartbeat of the runs of this process.
 */
final class GroupWriter implements AutoCloseable {
  private static final int MOST_IN_BATCH = 500;
  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long HEARTBEAT_SECONDS = 10;
  private static final int RECONNECTIONS = 8;

  private final Database database;
  private final BlockingQueue<Job> queue = new ArrayBlockingQueue<>(2 * MOST_IN_BATCH);

  /** Callers on their way to the queue; the writer waits a moment for them rather than commit a part of a crowd. */
  private final AtomicInteger arriving = new AtomicInteger();

  private final Set<Long> beating = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean closing;
  private volatile boolean ended;

  // used by the writer's thread alone
  private Session session;
  private final Summaries summaries = new Summaries();
  private long nextCall;
  private long callsLeft;
  private long lastBeat = System.nanoTime();

  /**
   * Something to write.
   *
   * @param sample null for other work
   * @param work null for a sample
   */
  private record Job(long run, SampleRows sample, Database.Work<?> work, CompletableFuture<Void> committed) {}

  /** Wakes the thread up so that it sees that it is to end. */
  private static final Job WAKE = new Job(0, null, null, new CompletableFuture<>());

  GroupWriter(Database database) {
    this.database = database;
    this.thread = Thread.ofPlatform().daemon().name("leibniz-store-writer").start(this::writeAll);
  }

  /** Makes the rows of a sample on the caller's thread and returns when they are committed. */
  void append(long run, Supplier<SampleRows> rows) {
    CompletableFuture<Void> committed = new CompletableFuture<>();
    arriving.incrementAndGet();
    try {
      put(new Job(run, rows.get(), null, committed));
    } finally {
      arriving.decrementAndGet();
    }
    await(committed);
  }

  /** Has other work done in the transaction of the next batch; it may be done twice, but is committed once. */
  CompletableFuture<Void> submit(Database.Work<?> work) {
    CompletableFuture<Void> committed = new CompletableFuture<>();
    put(new Job(0, null, work, committed));
    return committed;
  }

  static void await(CompletableFuture<Void> committed) {
    try {
      committed.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof LeibnizException known) {
        throw known;
      }
      throw e;
    }
  }

  /** Keeps up the heartbeat of a run until {@link #rest}. */
  void beat(long run) {
    beating.add(run);
  }

  void rest(long run) {
    beating.remove(run);
  }

  /** Interrupts do not cut it short: a sample that is done is worth committing, also when its run is being cancelled. */
  private void put(Job job) {
    boolean interrupted = false;
    boolean added = false;
    while (!added) {
      if (closing) {
        throw database.closedStore();
      }
      try {
        added = queue.offer(job, 1, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (ended) {
      refuseTheRest();
    }
  }

  private void writeAll() {
    List<Job> batch = new ArrayList<>(MOST_IN_BATCH);
    while (true) {
      batch.clear();
      try {
        collect(batch);
        if (batch.isEmpty() && closing) {
          break;
        }
        if (!batch.isEmpty()) {
          write(batch);
        }
        beatIfDue();
      } catch (InterruptedException e) {
        break;
      } catch (Throwable e) {
        LeibnizException failure = new LeibnizException(ErrorCode.INTERNAL, database.path() + ": writing failed: " + e, e);
        batch.forEach(job -> job.committed().completeExceptionally(failure));
      }
    }
    ended = true;
    refuseTheRest();
    Database.discard(session);
  }

  private void refuseTheRest() {
    for (Job job = queue.poll(); job != null; job = queue.poll()) {
      job.committed().completeExceptionally(database.closedStore());
    }
  }

  private void collect(List<Job> batch) throws InterruptedException {
    Job first = closing ? queue.poll() : queue.poll(1, TimeUnit.SECONDS);
    if (first == null || first == WAKE) {
      return;
    }
    batch.add(first);
    queue.drainTo(batch, MOST_IN_BATCH - batch.size());
    long until = System.nanoTime() + LINGER_NANOS;
    while (batch.size() < MOST_IN_BATCH && arriving.get() > 0 && System.nanoTime() < until) {
      Job next = queue.poll(50, TimeUnit.MICROSECONDS);
      if (next != null) {
        batch.add(next);
        queue.drainTo(batch, MOST_IN_BATCH - batch.size());
      }
    }
  }

  private void write(List<Job> batch) {
    try {
      transaction(batch);
      batch.forEach(job -> job.committed().complete(null));
    } catch (SQLException e) {
      if (batch.size() > 1) {
        // one of them is to blame: the others are committed without it
        batch.forEach(job -> write(List.of(job)));
      } else {
        batch.getFirst().committed().completeExceptionally(failure(batch.getFirst(), e));
      }
    }
  }

  private LeibnizException failure(Job job, SQLException failure) {
    if (Failures.duplicate(failure) && job.sample() != null) {
      return new LeibnizException(
          ErrorCode.INTERNAL,
          "sample " + job.sample().key().sample() + " of problem '" + job.sample().key().problem() + "' is committed already",
          failure);
    }
    return Failures.using(database.path(), failure);
  }

  /** Writes and commits, again where the process that held the database has ended or another transaction was in the way. */
  private void transaction(List<Job> batch) throws SQLException {
    boolean maybeCommitted = false;
    for (int attempt = 1; ; attempt++) {
      boolean inCommit = false;
      try {
        if (session == null) {
          session = database.file().connect();
        }
        insert(batch);
        inCommit = true;
        session.commit();
        return;
      } catch (SQLException e) {
        if (maybeCommitted && Failures.duplicate(e)) {
          // the commit that was cut off had reached the file, and a batch is there as a whole
          recover(false);
          return;
        }
        boolean disconnected = Failures.disconnected(e);
        maybeCommitted |= inCommit && disconnected;
        recover(disconnected);
        if (attempt >= RECONNECTIONS || !disconnected && !Failures.conflicting(e)) {
          throw e;
        }
        Database.pause(attempt);
      }
    }
  }

  private void recover(boolean disconnected) throws SQLException {
    if (disconnected) {
      Database.discard(session);
      session = null;
    } else if (session != null) {
      session.rollback();
    }
    // numbers taken in the transaction are given to others after it
    callsLeft = 0;
    summaries.forget();
  }

  private void insert(List<Job> batch) throws SQLException {
    List<Object[]> samples = new ArrayList<>(batch.size());
    List<Object[]> calls = new ArrayList<>(batch.size() * 2);
    List<Object[]> verdicts = new ArrayList<>(batch.size());
    Map<SummaryKey, Long> counts = new HashMap<>();
    Map<Long, Long> samplesOfRun = new HashMap<>();
    for (Job job : batch) {
      if (job == WAKE) {
        continue;
      }
      if (job.work() != null) {
        job.work().with(session);
        continue;
      }
      SampleRows rows = job.sample();
      number(rows);
      samples.add(rows.sample());
      calls.addAll(rows.calls());
      verdicts.addAll(rows.verdicts());
      rows.counted().forEach(key -> counts.merge(key, 1L, Long::sum));
      samplesOfRun.merge(job.run(), 1L, Long::sum);
    }
    session.changes(SampleRows.INSERT, samples);
    session.changes(CallRows.INSERT, calls);
    session.changes(SampleRows.INSERT_VERDICT, verdicts);
    summaries.add(session, counts);
    for (Map.Entry<Long, Long> run : samplesOfRun.entrySet()) {
      session.change(
          "UPDATE store.run SET committed = committed + ?, heartbeat = ? WHERE id = ?", run.getValue(), Runs.now(), run.getKey());
    }
  }

  /** Gives the sample's calls neighbouring numbers, from a block that no other process takes from. */
  private void number(SampleRows rows) throws SQLException {
    int n = rows.calls().size();
    if (callsLeft < n) {
      callsLeft = Math.max(n, 4096);
      nextCall = session.take("call", callsLeft);
    }
    rows.sample()[SampleRows.FIRST_CALL] = nextCall;
    for (Object[] call : rows.calls()) {
      call[0] = nextCall++;
    }
    callsLeft -= n;
  }

  private void beatIfDue() {
    if (beating.isEmpty() || System.nanoTime() - lastBeat < TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS)) {
      return;
    }
    lastBeat = System.nanoTime();
    CompletableFuture<Void> ignored = new CompletableFuture<>();
    write(List.of(new Job(0, null, GroupWriter.this::heartbeat, ignored)));
  }

  private Void heartbeat(Session session) throws SQLException {
    for (long run : beating) {
      session.change("UPDATE store.run SET heartbeat = ? WHERE id = ?", Runs.now(), run);
    }
    return null;
  }

  /** Writes what has arrived and ends the thread. */
  @Override
  public void close() {
    closing = true;
    // A full queue keeps the thread awake by itself.
    queue.offer(WAKE);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
