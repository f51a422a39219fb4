package org.leibniz.stats;

import java.util.Locale;

/** What a comparison says of the second run against the first. */
public enum PairedVerdict {
  BETTER,
  WORSE,
  /** The data do not tell; the minimum detectable effect says how large a difference would have shown. */
  INCONCLUSIVE;

  /** The name used on the command line and in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
