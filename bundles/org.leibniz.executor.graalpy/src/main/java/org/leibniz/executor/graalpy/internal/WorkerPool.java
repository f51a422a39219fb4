package org.leibniz.executor.graalpy.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.notebook.Reply;

/**
 * Workers with equal limits. One is started when the pool is, more when sessions wait for one, up to the limit; a worker
 * that ends is replaced at once. Thread-safe.
 */
final class WorkerPool implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final int MOST_FAILED_STARTS = 3;

  private final Limits limits;
  private final WorkerFiles files;
  private final AheadOfTimeCache cache;

  /** Guards everything below. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final Set<WorkerProcess> all = new HashSet<>();

  /** Workers that are there or being started. */
  private int reserved;

  private int starting;
  private int waiting;
  private int failedStarts;
  private String failure = "";
  private boolean closed;

  WorkerPool(Limits limits, WorkerFiles files, AheadOfTimeCache cache) {
    this.limits = limits;
    this.files = files;
    this.cache = cache;
  }

  /** Starts the first worker without waiting for it. */
  void warm() {
    lock.lock();
    try {
      if (reserved == 0 && failure.isEmpty()) {
        startOne();
      }
    } finally {
      lock.unlock();
    }
  }

  Limits limits() {
    return limits;
  }

  /** Waits for a worker that is ready for a session. */
  WorkerProcess acquire() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      waiting++;
      try {
        while (true) {
          if (closed) {
            throw new LeibnizException(ErrorCode.EXECUTOR_FAILED, "executor graalpy was closed");
          }
          WorkerProcess worker = idle.pollFirst();
          if (worker != null && worker.alive()) {
            return worker;
          }
          if (worker != null) {
            forget(worker);
            continue;
          }
          if (!failure.isEmpty()) {
            throw new LeibnizException(ErrorCode.EXECUTOR_FAILED, failure);
          }
          if (starting < waiting && reserved < limits.workers()) {
            startOne();
          }
          changed.await();
        }
      } finally {
        waiting--;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes a worker back that may serve another session. */
  void release(WorkerProcess worker) {
    lock.lock();
    try {
      if (closed || !all.contains(worker)) {
        worker.kill();
        return;
      }
      // The one used last has its code and data in the processor's caches.
      idle.addFirst(worker);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Ends a worker and starts another in its place. */
  void replace(WorkerProcess worker) {
    worker.kill();
    lock.lock();
    try {
      forget(worker);
      if (!closed && failure.isEmpty() && reserved < limits.workers()) {
        startOne();
      }
    } finally {
      lock.unlock();
    }
  }

  private void forget(WorkerProcess worker) {
    if (all.remove(worker)) {
      reserved--;
    }
  }

  private void startOne() {
    reserved++;
    starting++;
    Thread.ofVirtual().name("graalpy start").start(this::start);
  }

  private void start() {
    WorkerProcess worker = null;
    String problem;
    try {
      ProcessBuilder builder = new ProcessBuilder(files.command(limits, cache.options()));
      builder.environment().keySet().removeIf(name -> !name.equals("HOME") && !name.equals("PATH"));
      builder.environment().put("TZ", "UTC");
      builder.environment().put("LC_ALL", "C.UTF-8");
      worker = WorkerProcess.start(builder);
      lock.lock();
      try {
        // Known before it is ready, so that close() ends it too.
        all.add(worker);
        if (closed) {
          worker.kill();
        }
      } finally {
        lock.unlock();
      }
      problem = greet(worker);
    } catch (IOException e) {
      problem = e.getMessage();
    } catch (InterruptedException e) {
      problem = "interrupted";
    }
    started(worker, problem);
  }

  /** Waits until a worker is ready; an empty text, or what went wrong. */
  private static String greet(WorkerProcess worker) throws InterruptedException {
    Optional<Reply> first = worker.await(START);
    if (first.isEmpty()) {
      return "the worker was not ready within " + START.toMinutes() + " minutes";
    }
    return switch (first.get()) {
      case Reply.Ready() -> "";
      case Reply.Spent(String reason) -> reason;
      case Reply.Ended(), Reply.Result _, Reply.Closed _, Reply.SoFar _, Reply.Used _ -> "the worker ended with " + worker.lastWords();
    };
  }

  private void started(WorkerProcess worker, String problem) {
    boolean first = false;
    lock.lock();
    try {
      starting--;
      if (problem.isEmpty() && !closed) {
        failedStarts = 0;
        idle.addLast(worker);
        first = true;
      } else {
        all.remove(worker);
        reserved--;
        if (worker != null) {
          worker.kill();
        }
        failedStarts++;
        if (failedStarts >= MOST_FAILED_STARTS) {
          failure = "executor graalpy: workers do not start: " + problem;
        } else if (!closed) {
          startOne();
        }
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (first) {
      cache.createInBackground(files.command(limits, List.of()));
    }
  }

  /** Ends all workers and, within seconds, the threads that speak with them: their classes may be gone afterwards. */
  @Override
  public void close() {
    List<WorkerProcess> ended;
    lock.lock();
    try {
      closed = true;
      ended = List.copyOf(all);
      ended.forEach(WorkerProcess::kill);
      idle.clear();
      changed.signalAll();
      long left = CLOSING.toNanos();
      while (starting > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    } finally {
      lock.unlock();
    }
    ended.forEach(worker -> worker.awaitReader(CLOSING));
  }
}
