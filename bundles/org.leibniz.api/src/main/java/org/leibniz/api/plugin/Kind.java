package org.leibniz.api.plugin;

import java.util.Locale;

/** The extension points a plugin can fill. */
public enum Kind {
  DATASET,
  MODEL,
  STRATEGY,
  EXECUTOR,
  GRADER,
  METRIC,
  TRAINER;

  /** The name used in descriptors, run files and on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
