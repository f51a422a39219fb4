package org.leibniz.api.grader;

import java.util.Locale;

/**
 * What became of a sample under one grading. Where there is an answer, the verdict decides; where there is none, the last
 * failure does.
 */
public enum Outcome {
  CORRECT,
  WRONG,
  NO_ANSWER,
  /** There is an answer, but the grader could not understand it (also: verdict {@code UNKNOWN}). */
  UNPARSABLE,
  EXECUTION_FAILED,
  TIMED_OUT,
  TRUNCATED,
  MODEL_FAILED,
  /** The strategy threw, hung or returned nonsense. */
  STRATEGY_FAILED,
  GRADER_FAILED;

  /** The name used on the command line, in the store and in JSON, for instance {@code no-answer}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Outcome of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
