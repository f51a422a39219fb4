package org.leibniz.checkpoint.internal.chat;

/** What a template may use: steps, and characters it makes. A hostile one ends with one line instead of never. */
final class Budget {
  private static final long STEPS = 2_000_000;
  private static final long CHARACTERS = 32L << 20;

  private final String where;
  private long steps = STEPS;
  private long characters = CHARACTERS;

  Budget(String where) {
    this.where = where;
  }

  void step() {
    if (--steps < 0) {
      throw TemplateError.failed(where, "does not end within " + STEPS + " steps");
    }
  }

  /** Counts the characters, or elements, of something that is made. */
  void made(long size) {
    characters -= size;
    if (size < 0 || characters < 0) {
      throw TemplateError.failed(where, "makes more than " + CHARACTERS + " characters");
    }
  }

  RuntimeException failed(String problem) {
    return TemplateError.failed(where, problem);
  }
}
