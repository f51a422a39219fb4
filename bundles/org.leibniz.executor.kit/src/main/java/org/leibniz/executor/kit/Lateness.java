package org.leibniz.executor.kit;

import java.time.Duration;

/** How late this process gets its turns on a machine that others use too: what a clock that ticks every few milliseconds misses. */
public final class Lateness implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(10);

  private final Thread clock;
  private volatile long worstNanos;

  /** Begins to watch. */
  public Lateness() {
    clock = Thread.ofPlatform().daemon().name("executor kit clock").start(this::tick);
  }

  private void tick() {
    try {
      while (true) {
        long start = System.nanoTime();
        Thread.sleep(TICK);
        worstNanos = Math.max(worstNanos, System.nanoTime() - start - TICK.toNanos());
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  /** Every step of a kill may be that late: noticing, asking, hearing the answer. */
  public Duration worst() {
    return Duration.ofNanos(3 * worstNanos);
  }

  @Override
  public void close() {
    clock.interrupt();
  }
}
