package org.leibniz.cli.internal;

import org.leibniz.api.ErrorCode;

/** What a command's exit status says. */
public final class ExitStatus {
  public static final int DONE = 0;

  /** Finished, and there are failures to report. */
  public static final int FAILURES = 1;

  /** Bad usage, bad input, or a store that cannot be used. */
  public static final int BAD_INPUT = 2;

  /** A defect in Leibniz. */
  public static final int INTERNAL = 3;

  private ExitStatus() {}

  public static int of(ErrorCode code) {
    return switch (code) {
      case BAD_USAGE, BAD_INPUT, STORE -> BAD_INPUT;
      case MODEL_FAILED, EXECUTOR_FAILED, PLUGIN_FAILED, CANCELLED -> FAILURES;
      case INTERNAL -> INTERNAL;
    };
  }
}
