package org.leibniz.checkpoint.internal.chat;

import java.util.ArrayList;
import java.util.List;
import org.leibniz.checkpoint.internal.chat.Token.Kind;

/** Cuts a template into tokens and settles white space around tags (trim_blocks, lstrip_blocks, {@code -} and {@code +}). */
final class Lexer {
  private static final List<String> OPERATORS =
      List.of("**", "//", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "<", ">", "=", "~", "|", ".", ",", ":", "(", ")", "[", "]", "{", "}");

  private final String where;
  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String where, String source) {
    this.where = where;
    String unified = source.replace("\r\n", "\n");
    this.source = unified.endsWith("\n") ? unified.substring(0, unified.length() - 1) : unified;
  }

  static List<Token> tokens(String where, String source) {
    Lexer lexer = new Lexer(where, source);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    boolean trimLeft = false;
    while (at < source.length()) {
      int tag = nextTag();
      String data = source.substring(at, tag);
      if (trimLeft) {
        data = data.stripLeading();
      }
      trimLeft = false;
      if (tag == source.length()) {
        add(Kind.DATA, data);
        break;
      }
      char kind = source.charAt(tag + 1);
      char sign = tag + 2 < source.length() ? source.charAt(tag + 2) : ' ';
      add(Kind.DATA, sign == '-' ? data.stripTrailing() : kind != '{' && sign != '+' ? withoutIndent(data, tag) : data);
      at = tag + (sign == '-' || sign == '+' ? 3 : 2);
      trimLeft = kind == '#' ? comment() : inside(kind);
    }
    add(Kind.END, "");
  }

  private int nextTag() {
    for (int i = at; i + 1 < source.length(); i++) {
      if (source.charAt(i) == '{' && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
        return i;
      }
    }
    return source.length();
  }

  /** Without the white space between the start of the line and a block tag. */
  private String withoutIndent(String data, int tag) {
    int from = data.length();
    while (from > 0 && (data.charAt(from - 1) == ' ' || data.charAt(from - 1) == '\t')) {
      from--;
    }
    int start = tag - (data.length() - from);
    boolean lineStart = start == 0 || source.charAt(start - 1) == '\n';
    return lineStart ? data.substring(0, from) : data;
  }

  private boolean comment() {
    int end = source.indexOf("#}", at);
    if (end < 0) {
      throw error("a comment has no end");
    }
    boolean trim = source.charAt(end - 1) == '-';
    at = end + 2;
    skipNewline(trim);
    return trim;
  }

  /** Reads up to the end of a tag; returns whether white space after it goes. */
  private boolean inside(char kind) {
    String close = kind == '{' ? "}}" : "%}";
    add(kind == '{' ? Kind.OUTPUT_BEGIN : Kind.STATEMENT_BEGIN, "");
    int depth = 0;
    while (true) {
      while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
        at++;
      }
      if (at >= source.length()) {
        throw error("a tag has no end");
      }
      boolean signed = depth == 0 && (source.startsWith("-" + close, at) || source.startsWith("+" + close, at));
      if (signed || depth == 0 && source.startsWith(close, at)) {
        boolean trim = source.charAt(at) == '-';
        boolean keep = source.charAt(at) == '+';
        at += close.length() + (signed ? 1 : 0);
        add(kind == '{' ? Kind.OUTPUT_END : Kind.STATEMENT_END, "");
        if (kind == '%' && !keep) {
          skipNewline(trim);
        }
        return trim;
      }
      depth += token();
    }
  }

  private void skipNewline(boolean trim) {
    if (!trim && at < source.length() && source.charAt(at) == '\n') {
      at++;
    }
  }

  /** Reads one token; returns how it changes the depth of brackets. */
  private int token() {
    char first = source.charAt(at);
    if (first == '\'' || first == '"') {
      string(first);
    } else if (Character.isDigit(first)) {
      number();
    } else if (Character.isLetter(first) || first == '_') {
      int from = at;
      while (at < source.length() && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '_')) {
        at++;
      }
      add(Kind.NAME, source.substring(from, at));
    } else {
      for (String operator : OPERATORS) {
        if (source.startsWith(operator, at)) {
          add(Kind.OPERATOR, operator);
          at += operator.length();
          return "([{".contains(operator) ? 1 : ")]}".contains(operator) ? -1 : 0;
        }
      }
      throw error("unexpected '" + first + "'");
    }
    return 0;
  }

  private void number() {
    int from = at;
    while (at < source.length() && (Character.isDigit(source.charAt(at)) || source.charAt(at) == '_')) {
      at++;
    }
    boolean decimal = at + 1 < source.length() && source.charAt(at) == '.' && Character.isDigit(source.charAt(at + 1));
    if (decimal) {
      at++;
      while (at < source.length() && Character.isDigit(source.charAt(at))) {
        at++;
      }
    }
    add(decimal ? Kind.DECIMAL : Kind.INTEGER, source.substring(from, at).replace("_", ""));
  }

  private void string(char quote) {
    StringBuilder text = new StringBuilder();
    for (at++; ; at++) {
      if (at >= source.length()) {
        throw error("a text has no end");
      }
      char next = source.charAt(at);
      if (next == quote) {
        at++;
        add(Kind.STRING, text.toString());
        return;
      }
      if (next == '\\' && at + 1 < source.length()) {
        at++;
        escape(text);
      } else {
        text.append(next);
      }
    }
  }

  private void escape(StringBuilder text) {
    char letter = source.charAt(at);
    switch (letter) {
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case 'r' -> text.append('\r');
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case '\\', '\'', '"' -> text.append(letter);
      case 'x', 'u', 'U' -> {
        int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
        try {
          text.appendCodePoint(Integer.parseInt(source.substring(at + 1, at + 1 + digits), 16));
          at += digits;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
          throw error("a text has a wrong escape");
        }
      }
      default -> text.append('\\').append(letter);
    }
  }

  private void add(Kind kind, String text) {
    if (kind != Kind.DATA || !text.isEmpty()) {
      tokens.add(new Token(kind, text, line()));
    }
  }

  private int line() {
    return 1 + (int) source.substring(0, Math.min(at, source.length())).chars().filter(c -> c == '\n').count();
  }

  private RuntimeException error(String problem) {
    return TemplateError.syntax(where, line(), problem);
  }
}
