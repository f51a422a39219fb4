package org.leibniz.executor.cpython.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.Status;
import org.leibniz.notebook.BlockClock;
import org.leibniz.notebook.BlockLimits;
import org.leibniz.notebook.Executions;
import org.leibniz.notebook.Reply;

/** A session in a process of its own. It keeps no one waiting between its blocks; after a kill it goes on, empty. */
final class CPythonNotebook implements Notebook {
  private static final Duration PEEK = Duration.ofMillis(200);

  private final ForkServers.Pool pool;
  private final long seed;
  private Session session;
  private boolean closed;

  CPythonNotebook(ForkServers.Pool pool, long seed) {
    this.pool = pool;
    this.seed = seed;
  }

  /** Waits for the server, not for the session's process. */
  void connect() throws InterruptedException {
    session = pool.server().open(seed);
  }

  @Override
  public Execution run(String code) {
    if (closed) {
      throw new IllegalStateException("the notebook is closed");
    }
    try {
      pool.turns().acquire();
      try {
        if (session == null) {
          connect();
        }
        return running(code);
      } finally {
        pool.turns().release();
      }
    } catch (InterruptedException e) {
      abandon();
      Thread.currentThread().interrupt();
      throw new LeibnizException(ErrorCode.CANCELLED, "interrupted while a program ran", e);
    }
  }

  private Execution running(String code) throws InterruptedException {
    BlockLimits limits = pool.settings().block();
    long start = System.nanoTime();
    session.run(code);
    BlockClock clock = new BlockClock(session, limits);
    Optional<Reply> reply = clock.ending();
    if (reply.isEmpty()) {
      List<Reply.Piece> pieces = soFar();
      abandon();
      return Executions.timedOut(pieces, limits, millisSince(start), clock.usedMillis());
    }
    return switch (reply.get()) {
      case Reply.Result result -> result(result, start);
      case Reply.Spent(String reason) -> ended(reason, start);
      case Reply.Ended(), Reply.Ready(), Reply.Closed(_), Reply.SoFar(_), Reply.Used(_) -> ended("the server ended", start);
    };
  }

  private Execution result(Reply.Result result, long start) {
    Execution execution = Executions.of(result, millisSince(start));
    if (execution.status() == Status.MEMORY) {
      // What was half done when an allocation failed cannot be trusted.
      abandon();
    }
    return execution;
  }

  private List<Reply.Piece> soFar() throws InterruptedException {
    session.peek();
    long until = System.nanoTime() + PEEK.toNanos();
    while (System.nanoTime() < until) {
      Optional<Reply> reply = session.await(PEEK);
      if (reply.isPresent() && reply.get() instanceof Reply.SoFar(List<Reply.Piece> pieces)) {
        return pieces;
      }
    }
    return List.of();
  }

  private Execution ended(String reason, long start) {
    abandon();
    return Executions.crashed(reason, millisSince(start));
  }

  private void abandon() {
    if (session != null) {
      session.end();
      session = null;
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  @Override
  public void close() {
    closed = true;
    abandon();
  }
}
