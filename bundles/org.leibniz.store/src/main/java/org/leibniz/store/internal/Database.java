package org.leibniz.store.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/**
 * The open database. All statements run on a few threads of its own, never on the caller's: an interrupt that hits a thread
 * inside the database would close its file for everybody, and samples are cancelled by interrupts. Callers wait without
 * being interruptible; virtual ones do not hold a carrier.
 */
final class Database implements AutoCloseable {
  private static final int THREADS = 3;
  private static final int TRIES = 5;

  /** What to do with a session; committed afterwards, rolled back where it throws. */
  interface Work<T> {
    T with(Session session) throws SQLException;
  }

  private final DatabaseFile file;
  private final ExecutorService threads;
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Opens the store; it stays open at least as long as this object. */
  Database(DatabaseFile file) {
    this.file = file;
    idle.add(file.prepare());
    this.threads =
        Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().name("leibniz-store-", 0).factory());
  }

  Path path() {
    return file.path();
  }

  DatabaseFile file() {
    return file;
  }

  /**
   * Runs {@code work} in a transaction of its own. It runs again where another transaction was in the way or the process
   * that held the database has ended, so it must not have effects outside its transaction.
   */
  <T> T run(Work<T> work) {
    return await(() -> attempt(work));
  }

  /** Runs a task on one of the database's threads and waits for it. */
  <T> T await(Supplier<T> task) {
    try {
      return CompletableFuture.supplyAsync(task, threads).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof LeibnizException known) {
        throw known;
      }
      throw e;
    } catch (RejectedExecutionException e) {
      throw closedStore();
    }
  }

  private <T> T attempt(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      Session session = null;
      try {
        session = idle.pollFirst();
        if (session == null) {
          session = file.connect();
        }
        T result = work.with(session);
        session.commit();
        idle.addFirst(session);
        return result;
      } catch (SQLException e) {
        discard(session);
        boolean again = Failures.conflicting(e) || Failures.disconnected(e) || Failures.duplicate(e);
        if (!again || attempt == TRIES || closed.get()) {
          throw Failures.using(path(), e);
        }
        pause(attempt);
      } catch (RuntimeException e) {
        discard(session);
        throw e;
      }
    }
  }

  static void pause(int attempt) {
    try {
      Thread.sleep(20L * attempt * attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void discard(Session session) {
    if (session == null) {
      return;
    }
    try {
      session.rollback();
    } catch (SQLException _) {
      // closing rolls back too
    }
    try {
      session.close();
    } catch (SQLException _) {
      // nothing is lost: its transaction was not committed
    }
  }

  LeibnizException closedStore() {
    return new LeibnizException(ErrorCode.STORE, path() + ": the run store is closed");
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    threads.close();
    for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
      discard(session);
    }
  }
}
