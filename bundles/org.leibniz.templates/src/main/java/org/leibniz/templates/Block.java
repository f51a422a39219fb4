package org.leibniz.templates;

import java.util.Locale;

/** A piece of a solution. */
public record Block(Kind kind, String text) {
  /** Who writes the piece: the model text and code, the executor what execution shows. */
  public enum Kind {
    TEXT,
    CODE,
    EXECUTION;

    /** The name used in files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
