package org.leibniz.notebook;

import java.time.Duration;
import org.leibniz.api.Config;

/**
 * What one block may use.
 *
 * @param timeout processor time, so that a busy machine changes no result
 * @param wall wall time, for blocks that wait instead of working
 * @param memory bytes
 * @param output most characters of output that are kept
 */
public record BlockLimits(Duration timeout, Duration wall, long memory, int output) {
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int WALL_FACTOR = 4;
  private static final long MEBIBYTE = 1L << 20;

  /** From the keys {@code timeout}, {@code wall}, {@code memory} and {@code output}, with the defaults all executors share. */
  public static BlockLimits of(Config config, long leastMebibytes) {
    Duration timeout = config.duration("timeout", Duration.ofSeconds(10));
    if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
      throw config.wrong("timeout", "expected more than 0s and at most 24h");
    }
    Duration wall = config.duration("wall", timeout.multipliedBy(WALL_FACTOR));
    if (wall.compareTo(timeout) < 0 || wall.compareTo(LONGEST.multipliedBy(WALL_FACTOR)) > 0) {
      throw config.wrong("wall", "expected at least the timeout and at most 96h");
    }
    long memory = config.bytes("memory", 1024 * MEBIBYTE);
    if (memory < leastMebibytes * MEBIBYTE || memory > 1024 * 1024 * MEBIBYTE) {
      throw config.wrong("memory", "expected " + leastMebibytes + "MiB to 1024GiB");
    }
    long output = config.bytes("output", 64 << 10);
    if (output < 1024 || output > 256 * MEBIBYTE) {
      throw config.wrong("output", "expected 1KiB to 256MiB");
    }
    return new BlockLimits(timeout, wall, memory, (int) output);
  }
}
