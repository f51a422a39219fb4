package org.leibniz.executor.graalpy.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.notebook.BlockClock;
import org.leibniz.notebook.Executions;
import org.leibniz.notebook.Reply;

/** A session on one worker. After a kill it goes on, empty, on another. */
final class GraalPyNotebook implements Notebook {
  /** For opening and beginning a block, which may wait for the worker's warm-up: seconds, but on a crowded machine minutes. */
  private static final Duration WARM = Duration.ofMinutes(15);

  /** For closing, where what the program left behind may be in the way. */
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration PEEK = Duration.ofMillis(200);

  private final WorkerPool pool;
  private final long seed;
  private WorkerProcess worker;
  private boolean closed;

  GraalPyNotebook(WorkerPool pool, long seed) {
    this.pool = pool;
    this.seed = seed;
  }

  /** Waits for a worker and opens the session on it. */
  void connect() throws InterruptedException {
    for (int attempt = 0; worker == null; attempt++) {
      WorkerProcess candidate = pool.acquire();
      try {
        candidate.open(seed);
        if (candidate.await(WARM).orElse(null) instanceof Reply.Ready) {
          worker = candidate;
        }
      } finally {
        if (worker == null) {
          pool.replace(candidate);
        }
      }
      if (worker == null && attempt == 3) {
        throw new LeibnizException(ErrorCode.EXECUTOR_FAILED, "executor graalpy: no worker opens a session");
      }
    }
  }

  @Override
  public Execution run(String code) {
    if (closed) {
      throw new IllegalStateException("the notebook is closed");
    }
    try {
      if (worker == null) {
        connect();
      }
      return running(code);
    } catch (InterruptedException e) {
      // The block may still run: nothing of this worker can be trusted.
      abandon();
      Thread.currentThread().interrupt();
      throw new LeibnizException(ErrorCode.CANCELLED, "interrupted while a program ran", e);
    }
  }

  private Execution running(String code) throws InterruptedException {
    worker.run(code);
    // A worker may have libraries to load first; the program's own time begins when it does.
    Optional<Reply> begun = worker.await(WARM);
    long start = System.nanoTime();
    if (begun.isEmpty() || !(begun.get() instanceof Reply.Ready)) {
      return ended(begun.orElse(null) instanceof Reply.Spent(String reason) ? reason : "", start);
    }
    BlockClock clock = new BlockClock(worker, pool.limits().block());
    Optional<Reply> reply = clock.ending();
    if (reply.isEmpty()) {
      List<Reply.Piece> pieces = soFar();
      abandon();
      return Executions.timedOut(pieces, pool.limits().block(), millisSince(start), clock.usedMillis());
    }
    return switch (reply.get()) {
      case Reply.Result result -> Executions.of(result, millisSince(start));
      case Reply.Spent(String reason) -> ended(reason, start);
      case Reply.Ended(), Reply.Ready(), Reply.Closed(_), Reply.SoFar(_), Reply.Used(_) -> ended("", start);
    };
  }

  /** What a block that does not end has written; nothing where its worker does not answer. */
  private List<Reply.Piece> soFar() throws InterruptedException {
    worker.peek();
    return worker.await(PEEK).orElse(null) instanceof Reply.SoFar(List<Reply.Piece> pieces) ? pieces : List.of();
  }

  private Execution ended(String reason, long start) throws InterruptedException {
    boolean memory = reason.equals("memory") || (reason.isEmpty() && worker.endedForMemory());
    String words = reason.isEmpty() ? worker.lastWords() : reason;
    abandon();
    return memory
        ? Executions.outOfMemory(pool.limits().block(), millisSince(start))
        : Executions.crashed(words, millisSince(start));
  }

  private void abandon() {
    if (worker != null) {
      pool.replace(worker);
      worker = null;
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    WorkerProcess used = worker;
    worker = null;
    if (used == null) {
      return;
    }
    try {
      used.close();
      if (used.await(ANSWER).orElse(null) instanceof Reply.Closed(String reason) && reason.isEmpty()) {
        pool.release(used);
      } else {
        pool.replace(used);
      }
    } catch (InterruptedException e) {
      pool.replace(used);
      Thread.currentThread().interrupt();
    }
  }
}
