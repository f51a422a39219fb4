package org.leibniz.stats.internal;

import java.util.random.RandomGenerator;

/**
 * A counter-based generator: its i-th number is a mixing function of (seed, stream, i), so that resample r draws the same
 * numbers on whatever thread and in whatever order it is computed. The mixing function is SplitMix64's (Steele, Lea and
 * Flood 2014, with Stafford's variant 13 constants).
 */
public final class CounterRandom implements RandomGenerator {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long counter;

  public CounterRandom(long seed, long stream) {
    this.counter = mix(mix(seed + STEP) + stream * STEP);
  }

  @Override
  public long nextLong() {
    return mix(counter += STEP);
  }

  static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
