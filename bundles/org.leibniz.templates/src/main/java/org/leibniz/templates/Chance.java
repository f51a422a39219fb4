package org.leibniz.templates;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws that depend on a seed and a number alone, so that the n-th item is the same however many are made. For one
 * thread.
 */
final class Chance {
  /** The golden ratio's fraction, an odd constant that spreads neighbouring numbers over all seeds. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  Chance(long seed, long item) {
    random = new SplittableRandom(seed * SPREAD ^ Long.rotateLeft((item + 1) * SPREAD, 32));
  }

  long below(long bound) {
    return random.nextLong(bound);
  }

  <T> T of(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }
}
