package org.leibniz.grader.math;

/** A place in a text, with the budgets on depth and nodes of what is read there. */
final class Cursor {
  private static final int MAX_DEPTH = 80;
  private static final int MAX_NODES = 3000;

  private final String text;
  private int at;
  private int depth;
  private int nodes;

  Cursor(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  void moveTo(int place) {
    at = place;
  }

  String text() {
    return text;
  }

  void enter() {
    if (++depth > MAX_DEPTH) {
      throw new OverBudget("nesting deeper than " + MAX_DEPTH);
    }
  }

  void leave() {
    depth--;
  }

  int depth() {
    return depth;
  }

  void node() {
    if (++nodes > MAX_NODES) {
      throw new OverBudget("more than " + MAX_NODES + " parts");
    }
  }

  /** The character here, a zero character at the end. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  void skip(int characters) {
    at += characters;
  }

  void blanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  boolean atEnd() {
    return at >= text.length();
  }

  boolean looking(String word) {
    return text.startsWith(word, at);
  }

  boolean take(char c) {
    blanks();
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  void expect(char c) {
    if (!take(c)) {
      throw new Unreadable("expected " + c);
    }
  }

  /** The command's name here, empty where there is none; the cursor stays. */
  String command() {
    return peek() == '\\' ? letters(at + 1) : "";
  }

  String letters() {
    return letters(at);
  }

  private String letters(int from) {
    int end = from;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return from >= text.length() ? "" : text.substring(from, end);
  }

  /** The inside of the braces that open here; the cursor moves behind them. */
  String braced() {
    int level = 0;
    for (int i = at; i < text.length(); i++) {
      level += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (level == 0) {
        String inside = text.substring(at + 1, i);
        at = i + 1;
        return inside;
      }
    }
    throw new Unreadable("an open brace");
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
