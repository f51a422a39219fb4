package org.leibniz.templates;

import java.util.List;
import org.leibniz.api.Config;

/** What a mapping of a recipe may hold. */
final class Keys {
  private Keys() {}

  /** Refuses keys that are not known. */
  static void only(Config config, String... known) {
    List<String> keys = List.of(known);
    for (String key : config.values().keySet()) {
      if (!keys.contains(key)) {
        throw config.wrong(key, "is not known; expected one of " + String.join(", ", keys));
      }
    }
  }

  /** A whole number between bounds; the lower one where the key is absent. */
  static int count(Config config, String key, int low, int high) {
    long count = config.integer(key, low);
    if (count < low || count > high) {
      throw config.wrong(key, "expected a whole number from " + low + " to " + high + ", found " + count);
    }
    return (int) count;
  }
}
