package org.leibniz.checkpoint.internal.chat;

import java.util.List;
import org.leibniz.checkpoint.internal.chat.Token.Kind;

/** Tokens read one by one, and the depth of what is being parsed, which is bounded. */
final class TokenStream {
  private static final int MOST_DEPTH = 200;

  private final String where;
  private final List<Token> tokens;
  private int at;
  private int depth;

  TokenStream(String where, List<Token> tokens) {
    this.where = where;
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token ahead(int distance) {
    return tokens.get(Math.min(at + distance, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  boolean take(String operator) {
    boolean there = peek().is(operator);
    if (there) {
      at++;
    }
    return there;
  }

  boolean takeName(String name) {
    boolean there = peek().isName(name);
    if (there) {
      at++;
    }
    return there;
  }

  void expect(String operator) {
    if (!take(operator)) {
      throw error("expected '" + operator + "', found '" + peek().text() + "'");
    }
  }

  void expectName(String name) {
    if (!takeName(name)) {
      throw error("expected '" + name + "', found '" + peek().text() + "'");
    }
  }

  Token expect(Kind kind) {
    if (peek().kind() != kind) {
      throw error("expected " + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ", found '" + peek().text() + "'");
    }
    return next();
  }

  void enter() {
    if (++depth > MOST_DEPTH) {
      throw error("is nested more than " + MOST_DEPTH + " deep");
    }
  }

  void leave() {
    depth--;
  }

  RuntimeException error(String problem) {
    return TemplateError.syntax(where, peek().line(), problem);
  }
}
