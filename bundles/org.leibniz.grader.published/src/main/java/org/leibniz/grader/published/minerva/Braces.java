package org.leibniz.grader.published.minerva;

/** Removes a command and its braces; braces count as they stand on one line, not as they nest. */
final class Braces {
  private Braces() {}

  /** Each command up to the next closing brace on its line. */
  static String unwrapNearest(String text, String command) {
    StringBuilder kept = new StringBuilder();
    int at = 0;
    int close = -1;
    int line = -1;
    for (int next = text.indexOf(command); next >= 0; next = text.indexOf(command, at)) {
      int inner = next + command.length();
      close = close < inner ? indexOrEnd(text, '}', inner) : close;
      line = line < inner ? indexOrEnd(text, '\n', inner) : line;
      if (close >= text.length()) {
        break;
      }
      if (close < line) {
        kept.append(text, at, next).append(text, inner, close);
        at = close + 1;
      } else {
        kept.append(text, at, next + 1);
        at = next + 1;
      }
    }
    return kept.append(text, at, text.length()).toString();
  }

  /** Each line's first command up to the last closing brace on the line. */
  static String unwrapFarthest(String text, String command) {
    if (!text.contains(command)) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      int open = line.indexOf(command);
      int close = line.lastIndexOf('}');
      if (open >= 0 && close >= open + command.length()) {
        kept.append(line, 0, open).append(line, open + command.length(), close).append(line, close + 1, line.length());
      } else {
        kept.append(line);
      }
    }
    return kept.toString();
  }

  private static int indexOrEnd(String text, char c, int from) {
    int index = text.indexOf(c, from);
    return index < 0 ? text.length() : index;
  }
}
