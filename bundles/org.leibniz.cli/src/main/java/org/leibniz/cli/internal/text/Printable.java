package org.leibniz.cli.internal.text;

/** Texts of models, files and plugins, made harmless for a terminal. */
public final class Printable {
  private static final int LONGEST_LINE = 2000;

  private Printable() {}

  /** Keeps line breaks and tabs; other control characters, which could steer a terminal, are shown as symbols. */
  public static String of(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean harmless = c == '\n' || c == '\t' || c >= ' ' && c != 0x7f && (c < 0x80 || c > 0x9f);
      if (!harmless && out == null) {
        out = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (out != null) {
        out.append(harmless ? c : c < ' ' ? (char) (0x2400 + c) : '\u2421');
      }
    }
    return out == null ? text : out.toString();
  }

  /** The text on one line, cut where it is absurdly long. */
  public static String oneLine(String text) {
    String line = of((text == null ? "unknown failure" : text).strip().replaceAll("\\s*[\\r\\n]+\\s*", " "));
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
  }

  /** At most {@code width} characters of one line. */
  public static String clip(String text, int width) {
    String line = oneLine(text);
    return line.length() <= width ? line : line.substring(0, Math.max(0, width - 1)) + "…";
  }

  /** Every line indented. */
  public static String indent(String text, String prefix) {
    return of(text).stripTrailing().lines().map(line -> prefix + line).collect(java.util.stream.Collectors.joining("\n"));
  }
}
