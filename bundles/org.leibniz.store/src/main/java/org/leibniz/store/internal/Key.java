package org.leibniz.store.internal;

import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/**
 * The packed keys of rows that come by the million: 18 bits of run, 7 of grading, 22 of place in the run's problem list, 16
 * of sample. Key order is dataset order, uniqueness of a sample needs no second index, and a page of a run is a key range.
 */
final class Key {
  static final int SAMPLE_BITS = 16;
  static final int PLACE_BITS = 22;
  static final int GRADING_BITS = 7;
  static final int RUN_BITS = 18;
  private static final int SLOT_BITS = PLACE_BITS + SAMPLE_BITS;

  private Key() {}

  /** The first key of a run's samples; those of the next run begin at {@code firstSample(run + 1)}. */
  static long firstSample(long run) {
    return run << SLOT_BITS;
  }

  static long sample(long run, int place, int sample) {
    return firstSample(run)
        | (long) within(place, PLACE_BITS, "problems in a run") << SAMPLE_BITS
        | within(sample, SAMPLE_BITS, "samples per problem");
  }

  static int sampleNumber(long sampleKey) {
    return (int) sampleKey & (1 << SAMPLE_BITS) - 1;
  }

  static long grading(long run, int number) {
    return run << GRADING_BITS | within(number, GRADING_BITS, "gradings of a run");
  }

  static long runOfGrading(long grading) {
    return grading >> GRADING_BITS;
  }

  static long firstVerdict(long grading) {
    return grading << SLOT_BITS;
  }

  static long verdict(long grading, long sampleKey) {
    return firstVerdict(grading) | sampleKey & (1L << SLOT_BITS) - 1;
  }

  /** The first key of a list's problems; those of the next list begin at {@code firstProblem(list + 1)}. */
  static long firstProblem(long list) {
    return list << PLACE_BITS;
  }

  static long problem(long list, int place) {
    return firstProblem(list) | within(place, PLACE_BITS, "problems in a run");
  }

  static int place(long problem) {
    return (int) problem & (1 << PLACE_BITS) - 1;
  }

  static long run(long counted) {
    if (counted >> RUN_BITS != 0) {
      throw full("runs in a store", RUN_BITS);
    }
    return counted;
  }

  private static int within(int value, int bits, String what) {
    if (value < 0 || value >> bits != 0) {
      throw full(what, bits);
    }
    return value;
  }

  private static LeibnizException full(String what, int bits) {
    return new LeibnizException(ErrorCode.STORE, "the run store holds at most " + (1L << bits) + " " + what);
  }
}
