package org.leibniz.executor.kit;

import java.util.Optional;

/**
 * How one program of the kit went.
 *
 * @param complaint what was wrong; empty where it passed
 * @param millis wall time of all its blocks
 */
public record Mark(KitProgram program, Optional<String> complaint, long millis) {
  public boolean passed() {
    return complaint.isEmpty();
  }

  @Override
  public String toString() {
    return program + complaint.map(text -> ": " + text).orElse("");
  }
}
