package org.leibniz.store.internal;

/**
 * Numbers and texts in one readable column: numbers end with a space, texts carry their length ({@code 5:abcde}). Any text
 * survives, whatever it contains.
 */
final class Layout {
  private final StringBuilder out = new StringBuilder();

  Layout number(int value) {
    out.append(value).append(' ');
    return this;
  }

  Layout text(String value) {
    out.append(value.length()).append(':').append(value);
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** Reads what was written, in the same order. */
  static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    boolean hasMore() {
      return at < text.length();
    }

    int number() {
      return Integer.parseInt(upTo(' '));
    }

    String text() {
      int length = Integer.parseInt(upTo(':'));
      at += length;
      return text.substring(at - length, at);
    }

    private String upTo(char end) {
      int from = at;
      at = text.indexOf(end, from) + 1;
      return text.substring(from, at - 1);
    }
  }
}
