package org.leibniz.executor.graalpy.internal;

import java.time.Duration;
import org.leibniz.api.Config;

/**
 * What one worker may use. Runs with equal limits share a pool.
 *
 * @param timeout processor time of one block, so that a busy machine changes no result
 * @param wall wall time of one block, for those that wait instead of working
 * @param memory heap in bytes
 * @param output most characters of a block's output that are kept
 * @param workers most processes at a time
 */
record Limits(Duration timeout, Duration wall, long memory, int output, int workers) {
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int WALL_FACTOR = 4;
  private static final long MEBIBYTE = 1L << 20;

  static Limits of(Config config) {
    Duration timeout = config.duration("timeout", Duration.ofSeconds(10));
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
      throw config.wrong("timeout", "expected more than 0s and at most 24h");
    }
    Duration wall = config.duration("wall", timeout.multipliedBy(WALL_FACTOR));
    if (wall.compareTo(timeout) < 0 || wall.compareTo(LONGEST.multipliedBy(WALL_FACTOR)) > 0) {
      throw config.wrong("wall", "expected at least the timeout and at most 96h");
    }
    long memory = config.bytes("memory", 1024 * MEBIBYTE);
    if (memory < 512 * MEBIBYTE || memory > 1024 * 1024 * MEBIBYTE) {
      throw config.wrong("memory", "expected 512MiB to 1024GiB");
    }
    long output = config.bytes("output", 64 << 10);
    if (output < 1024 || output > 256 * MEBIBYTE) {
      throw config.wrong("output", "expected 1KiB to 256MiB");
    }
    long workers = config.integer("workers", Machine.workers(memory));
    if (workers < 1 || workers > 1024) {
      throw config.wrong("workers", "expected 1 to 1024");
    }
    return new Limits(timeout, wall, memory, (int) output, (int) workers);
  }
}
