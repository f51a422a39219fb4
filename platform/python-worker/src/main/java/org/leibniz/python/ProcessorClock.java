package org.leibniz.python;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The processor time of the thread that runs a block. Started by that thread, read by any. */
final class ProcessorClock {
  private record Start(long thread, long nanos) {}

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private volatile Start start = new Start(-1, 0);

  void start() {
    start = new Start(Thread.currentThread().threadId(), threads.getCurrentThreadCpuTime());
  }

  /** Milliseconds since the start, 0 where nothing was started. */
  long millis() {
    Start from = start;
    return from.thread < 0 ? 0 : (threads.getThreadCpuTime(from.thread) - from.nanos) / 1_000_000;
  }
}
