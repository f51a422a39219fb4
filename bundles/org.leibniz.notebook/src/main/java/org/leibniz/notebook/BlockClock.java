package org.leibniz.notebook;

import java.time.Duration;
import java.util.Optional;

/**
 * Waits for the end of a block within its limits. While the block can still have processor time left it is asked how much it
 * has used, so that one on a busy machine gets as much as one on an idle machine.
 */
public final class BlockClock {
  /** How long an answer may take before the question is put again. */
  private static final Duration ANSWER = Duration.ofMillis(200);
  private static final Duration SHORTEST = Duration.ofMillis(2);

  private final RunningBlock worker;
  private final BlockLimits limits;
  private long usedMillis = -1;

  public BlockClock(RunningBlock worker, BlockLimits limits) {
    this.worker = worker;
    this.limits = limits;
  }

  /** What ended the block; empty once a limit is reached. */
  public Optional<Reply> ending() throws InterruptedException {
    long start = System.nanoTime();
    Duration slice = limits.timeout();
    while (true) {
      Duration wallLeft = limits.wall().minusNanos(System.nanoTime() - start);
      if (!wallLeft.isPositive()) {
        return Optional.empty();
      }
      Optional<Reply> reply = worker.await(slice.compareTo(wallLeft) < 0 ? slice : wallLeft);
      if (reply.isEmpty()) {
        worker.askTime();
        slice = ANSWER;
      } else if (reply.get() instanceof Reply.Used(long used)) {
        usedMillis = used;
        Duration left = limits.timeout().minusMillis(used);
        if (!left.isPositive()) {
          return Optional.empty();
        }
        slice = left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
      } else {
        return reply;
      }
    }
  }

  /** Processor time that the block had used when it was last asked, -1 for a block that never answered. */
  public long usedMillis() {
    return usedMillis;
  }
}
