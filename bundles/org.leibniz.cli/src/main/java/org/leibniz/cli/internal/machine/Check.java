package org.leibniz.cli.internal.machine;

import java.util.Locale;

/**
 * One thing {@code doctor} looked at.
 *
 * @param fix what would help, empty where nothing is needed
 */
record Check(String name, State state, String detail, String fix) {
  /** How it is. */
  enum State {
    OK,
    /** Works, but something is missing that some commands need. */
    WARNING,
    BAD;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Check ok(String name, String detail) {
    return new Check(name, State.OK, detail, "");
  }

  static Check warning(String name, String detail, String fix) {
    return new Check(name, State.WARNING, detail, fix);
  }

  static Check bad(String name, String detail, String fix) {
    return new Check(name, State.BAD, detail, fix);
  }
}
