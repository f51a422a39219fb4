package org.leibniz.plugins;

import org.leibniz.api.Config;
import org.leibniz.api.plugin.Descriptor;

/** Checks a configuration against a descriptor's schema. */
public final class ConfigCheck {
  private ConfigCheck() {}

  /**
   * Throws {@code BAD_INPUT} with file, line and field for an unknown key (naming a near one), a missing required key, a
   * wrong type, a value outside {@code enum}, {@code minimum} or {@code maximum}.
   */
  public static void check(Descriptor descriptor, Config config) {
    throw new UnsupportedOperationException();
  }
}
