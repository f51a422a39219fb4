package org.leibniz.grader.published.symbolic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.leibniz.grader.published.latex.Rational;
import org.leibniz.grader.published.latex.Rejected;
import org.leibniz.grader.published.latex.Term;

/**
 * Reads an expression as sympy's {@code parse_expr} does without further transformations: {@code + - * / **}, factorials,
 * parentheses, names and calls. Refuses what Python refuses ({@code 2x}) and what gives no expression there: {@code ^}, which
 * is the exclusive or, equations, tuples and lists.
 */
final class PlainText {
  private static final int MAX_LENGTH = 1_000;
  private static final int MAX_DEPTH = 100;
  private static final Set<String> REFUSED = Set.of("lambda", "True", "False", "None", "N", "O", "S", "Q", "C");

  private final String text;
  private int at;
  private int depth;

  private PlainText(String text) {
    this.text = text;
  }

  /** The expression; throws {@link Rejected}. */
  static Term parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw Rejected.budget("more than " + MAX_LENGTH + " characters");
    }
    PlainText reader = new PlainText(text.strip());
    Term term = reader.sum();
    reader.skip();
    if (reader.at < reader.text.length()) {
      throw reader.refusal();
    }
    return term;
  }

  private Term sum() {
    if (++depth > MAX_DEPTH) {
      throw Rejected.budget("nested more than " + MAX_DEPTH + " deep");
    }
    List<Term> terms = new ArrayList<>(List.of(product()));
    while (is('+') || is('-')) {
      boolean minus = text.charAt(at++) == '-';
      Term next = product();
      terms.add(minus ? negative(next) : next);
    }
    depth--;
    return terms.size() == 1 ? terms.getFirst() : new Term.Sum(List.copyOf(terms));
  }

  private Term product() {
    List<Term> factors = new ArrayList<>(List.of(signed()));
    while (is('*') && !isPower() || is('/') && !text.startsWith("//", at)) {
      boolean division = text.charAt(at++) == '/';
      Term next = signed();
      factors.add(division ? new Term.Power(next, whole(-1)) : next);
    }
    return factors.size() == 1 ? factors.getFirst() : new Term.Product(List.copyOf(factors));
  }

  private Term signed() {
    boolean minus = false;
    while (is('-') || is('+')) {
      minus ^= text.charAt(at++) == '-';
    }
    Term power = power();
    return minus ? negative(power) : power;
  }

  private Term power() {
    Term base = postfix();
    if (!isPower()) {
      return base;
    }
    at += 2;
    if (++depth > MAX_DEPTH) {
      throw Rejected.budget("nested more than " + MAX_DEPTH + " deep");
    }
    Term exponent = signed();
    depth--;
    return new Term.Power(base, exponent);
  }

  private Term postfix() {
    Term term = atom();
    while (is('!') && !text.startsWith("!=", at)) {
      at++;
      term = new Term.Function("factorial", List.of(term));
    }
    return term;
  }

  private Term atom() {
    skip();
    int start = at;
    if (is('(')) {
      at++;
      Term inner = sum();
      require(')');
      return inner;
    }
    while (at < text.length() && (isDigit() || text.charAt(at) == '.')) {
      at++;
    }
    if (at > start) {
      return number(start);
    }
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw refusal();
    }
    return name(text.substring(start, at));
  }

  private Term number(int start) {
    int mark = at;
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      at += at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? 1 : 0;
      int digits = at;
      while (at < text.length() && isDigit()) {
        at++;
      }
      at = at == digits ? mark : at;
    }
    if (at < text.length() && isNamePart(text.charAt(at))) {
      throw refusal();
    }
    try {
      BigDecimal value = new BigDecimal(text.substring(start, at));
      if (Math.abs(value.scale()) > 400) {
        throw Rejected.budget("an exponent beyond 400");
      }
      return new Term.Number(
          value.scale() <= 0
              ? new Rational(value.toBigIntegerExact(), BigInteger.ONE)
              : new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale())));
    } catch (NumberFormatException e) {
      throw refusal();
    }
  }

  private Term name(String name) {
    if (REFUSED.contains(name)) {
      throw Rejected.because("'" + name + "' is no number");
    }
    if (is('(')) {
      at++;
      Term argument = sum();
      require(')');
      return name.equals("sqrt")
          ? new Term.Power(argument, new Term.Number(new Rational(BigInteger.ONE, BigInteger.TWO)))
          : new Term.Function(name, List.of(argument));
    }
    return switch (name) {
      case "pi", "E", "oo" -> new Term.Constant(name);
      case "I" -> new Term.Power(whole(-1), new Term.Number(new Rational(BigInteger.ONE, BigInteger.TWO)));
      default -> new Term.Symbol(name);
    };
  }

  private static Term negative(Term term) {
    return new Term.Product(List.of(whole(-1), term));
  }

  private static Term whole(long value) {
    return new Term.Number(new Rational(BigInteger.valueOf(value), BigInteger.ONE));
  }

  private void require(char c) {
    if (!is(c)) {
      throw refusal();
    }
    at++;
  }

  private boolean is(char c) {
    skip();
    return at < text.length() && text.charAt(at) == c;
  }

  private boolean isPower() {
    skip();
    return text.startsWith("**", at);
  }

  private void skip() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private boolean isDigit() {
    char c = text.charAt(at);
    return c >= '0' && c <= '9';
  }

  private static boolean isNamePart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private Rejected refusal() {
    return Rejected.because(at < text.length() ? "unexpected '" + text.charAt(at) + "'" : "it ends too early");
  }
}
