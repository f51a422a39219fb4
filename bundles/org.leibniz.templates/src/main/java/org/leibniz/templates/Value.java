package org.leibniz.templates;

/** What an expression of a template gives. */
sealed interface Value {
  /** A whole number; truth is 1 and 0. */
  record Whole(long number) implements Value {
    @Override
    public String toString() {
      return Long.toString(number);
    }
  }

  /** A text that is put in as it is. */
  record Words(String text) implements Value {
    @Override
    public String toString() {
      return text;
    }
  }

  static Value of(boolean truth) {
    return new Whole(truth ? 1 : 0);
  }
}
