package org.leibniz.api.executor;

import java.util.Locale;

/** How the execution of a program ended. */
public enum Status {
  OK,
  /** The program raised an exception. */
  ERROR,
  TIMEOUT,
  /** It asked for more memory than it may have. */
  MEMORY,
  /** It ran to its end, but wrote more than it may; the middle of the output is left out. */
  TRUNCATED,
  /** It used something this executor does not have. */
  UNSUPPORTED,
  /** The worker ended without an answer. */
  CRASHED;

  /** The name used on the command line and in the store. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
