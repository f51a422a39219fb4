package org.leibniz.grader.published.latex;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into tokens, the longest match first, in linear time. The list ends with {@code END}, or with {@code
 * UNREADABLE} at the first place where no token starts: the original reads lazily and fails only when its parser gets there.
 */
final class Lexer {
  private final String text;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    while (true) {
      Token token = lexer.next();
      if (token == null) {
        continue;
      }
      tokens.add(token);
      if (token.is(Kind.END) || token.is(Kind.UNREADABLE)) {
        return tokens;
      }
    }
  }

  /** The next token, or null for one that is skipped. */
  private Token next() {
    if (at >= text.length()) {
      return new Token(Kind.END, "");
    }
    char c = text.charAt(at);
    if (isBlank(c)) {
      at++;
      return null;
    }
    int number = numberEnd();
    if (number > at) {
      boolean percent = text.startsWith("\\%", number);
      return take(percent ? Kind.PERCENT_NUMBER : Kind.NUMBER, number + (percent ? 2 : 0));
    }
    Token word = Lexicon.longest(text, at);
    int differential = differentialEnd();
    if (word != null && word.text().length() >= differential - at) {
      boolean symbol = word.is(Kind.GREEK) || word.is(Kind.OTHER_SYMBOL);
      int end = at + word.text().length();
      return take(word.kind(), symbol && end < text.length() && text.charAt(end) == ' ' ? end + 1 : end);
    }
    if (differential > at) {
      return take(Kind.DIFFERENTIAL, differential);
    }
    if (isLetter(c)) {
      return take(Kind.LETTER, at + 1);
    }
    if (text.startsWith("\\$", at)) {
      at += 2;
      return null;
    }
    return new Token(Kind.UNREADABLE, text.substring(at, at + 1));
  }

  private Token take(Kind kind, int end) {
    Token token = new Token(kind, text.substring(at, end));
    at = end;
    return token;
  }

  /** Digits with groups of three behind commas and a fraction; {@code at} where none starts here. */
  private int numberEnd() {
    int digits = digitsEnd(at);
    int end = digits;
    while (end + 3 < text.length() && text.charAt(end) == ',' && digitsEnd(end + 1) >= end + 4) {
      end += 4;
    }
    if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
      end = digitsEnd(end + 1);
    } else if (digits == at) {
      return at;
    }
    return exponentEnd(end);
  }

  private int exponentEnd(int end) {
    if (end >= text.length() || text.charAt(end) != 'E') {
      return end;
    }
    int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? end + 2 : end + 1;
    int digits = digitsEnd(sign);
    return digits > sign ? digits : end;
  }

  private int digitsEnd(int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** {@code d} with a letter or a command behind it; {@code at} where none starts here. */
  private int differentialEnd() {
    if (text.charAt(at) != 'd') {
      return at;
    }
    int end = at + 1;
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    if (end < text.length() && isLetter(text.charAt(end))) {
      return end + 1;
    }
    if (end + 1 < text.length() && text.charAt(end) == '\\' && isLetter(text.charAt(end + 1))) {
      end++;
      while (end < text.length() && isLetter(text.charAt(end))) {
        end++;
      }
      return end;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
