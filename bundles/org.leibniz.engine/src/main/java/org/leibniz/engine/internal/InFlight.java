package org.leibniz.engine.internal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The samples being worked on: at most so many at a time, each in a virtual thread of its own, each given up when it takes
 * too long. A thread that does not answer its interruption is left behind; since a busy one keeps a carrier thread for
 * itself, later samples get platform threads from then on.
 */
final class InFlight implements AutoCloseable {
  private static final long WATCH_MILLIS = 100;

  private final Semaphore places;
  private final int capacity;
  private final Duration limit;
  private final Set<SampleTask> tasks = ConcurrentHashMap.newKeySet();
  private final AtomicInteger leftBehind = new AtomicInteger();
  private final Thread watch;

  InFlight(int capacity, Duration limit) {
    this.capacity = capacity;
    this.limit = limit;
    this.places = new Semaphore(capacity);
    this.watch = Thread.ofPlatform().daemon().name("leibniz-sample-watch").start(this::watch);
  }

  /** Waits for a place and starts the task. */
  void start(SampleTask task) throws InterruptedException {
    places.acquire();
    tasks.add(task);
    task.onEnd(
        () -> {
          if (tasks.remove(task)) {
            places.release();
          }
        });
    Thread.Builder builder =
        leftBehind.get() == 0 ? Thread.ofVirtual().name("sample") : Thread.ofPlatform().daemon().name("sample");
    task.startIn(builder);
  }

  /** Waits until all started tasks have ended. */
  void awaitAll() throws InterruptedException {
    places.acquire(capacity);
    places.release(capacity);
  }

  /** Interrupts every sample that is not being committed. */
  void interruptAll() {
    tasks.forEach(SampleTask::interrupt);
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(WATCH_MILLIS);
        for (SampleTask task : tasks) {
          if (task.age().compareTo(limit) > 0 && task.giveUp()) {
            leftBehind.incrementAndGet();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
