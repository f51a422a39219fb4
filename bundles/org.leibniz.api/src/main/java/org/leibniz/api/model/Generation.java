package org.leibniz.api.model;

import java.util.Optional;

/**
 * What a model returned, raw and complete.
 *
 * @param raw the reply, control tokens by their names; ends with the stop string only where {@code stopIncluded}
 * @param matchedStop the stop string that ended it
 * @param stopIncluded whether {@code raw} ends with {@code matchedStop}
 */
public record Generation(String raw, Stop stop, Optional<String> matchedStop, boolean stopIncluded, Usage usage) {
  /** A reply that ended by itself. */
  public static Generation ended(String raw) {
    return new Generation(raw, Stop.END, Optional.empty(), false, Usage.UNKNOWN);
  }
}
