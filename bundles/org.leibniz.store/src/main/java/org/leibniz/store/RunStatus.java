package org.leibniz.store;

import java.util.Locale;

/** Where a run stands. */
public enum RunStatus {
  RUNNING,
  FINISHED,
  /** Stopped by a person; can be resumed. */
  CANCELLED,
  /** Marked as running by a process that is gone; can be resumed. */
  INTERRUPTED,
  FAILED;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
