package org.leibniz.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leibniz.templates.Expression.Binary;
import org.leibniz.templates.Expression.Call;
import org.leibniz.templates.Expression.Literal;
import org.leibniz.templates.Expression.Name;

/** Reads one expression; throws {@link Misfit} with what was expected. For one use. */
final class ExpressionReader {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:(\\d{1,15})|([A-Za-z_]\\w*)|'([^']*)'|(//|==|!=|<=|>=|[-+*/%^<>(),]))");

  /** Operators from the loosest binding to the tightest. */
  private static final List<List<String>> BINDING =
      List.of(
          List.of("or"), List.of("and"), List.of("==", "!=", "<", "<=", ">", ">="), List.of("+", "-"),
          List.of("*", "/", "//", "%"));

  private final String source;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private ExpressionReader(String source) {
    this.source = source;
    Matcher token = TOKEN.matcher(source);
    int end = 0;
    while (end < source.stripTrailing().length()) {
      if (!token.find(end) || token.start() != end) {
        throw new Misfit("cannot read '" + source.substring(end) + "' in '" + source + "'");
      }
      tokens.add(token.group().strip());
      end = token.end();
    }
  }

  static Expression read(String source) {
    ExpressionReader reader = new ExpressionReader(source);
    Expression expression = reader.level(0);
    if (reader.at < reader.tokens.size()) {
      throw new Misfit("did not expect '" + reader.tokens.get(reader.at) + "' in '" + source + "'");
    }
    return expression;
  }

  private Optional<String> peek() {
    return at < tokens.size() ? Optional.of(tokens.get(at)) : Optional.empty();
  }

  private boolean take(String token) {
    boolean there = peek().filter(token::equals).isPresent();
    at += there ? 1 : 0;
    return there;
  }

  private Expression level(int binding) {
    if (binding == BINDING.size()) {
      return signed();
    }
    Expression left = level(binding + 1);
    while (peek().filter(BINDING.get(binding)::contains).isPresent()) {
      String operator = tokens.get(at++);
      left = new Binary(operator, left, level(binding + 1));
    }
    return left;
  }

  private Expression signed() {
    if (take("-")) {
      return new Binary("-", new Literal(new Value.Whole(0)), signed());
    }
    Expression base = primary();
    return take("^") ? new Binary("^", base, signed()) : base;
  }

  private Expression primary() {
    String token = peek().orElseThrow(() -> new Misfit("'" + source + "' ends too early"));
    at++;
    if (token.equals("(")) {
      Expression inner = level(0);
      expect(")");
      return inner;
    }
    char first = token.charAt(0);
    if (Character.isDigit(first)) {
      return new Literal(new Value.Whole(Long.parseLong(token)));
    }
    if (first == '\'') {
      return new Literal(new Value.Words(token.substring(1, token.length() - 1)));
    }
    if (!Character.isLetter(first)) {
      throw new Misfit("did not expect '" + token + "' in '" + source + "'");
    }
    return take("(") ? call(token) : new Name(token);
  }

  private Expression call(String function) {
    if (!Functions.NAMES.contains(function)) {
      String known = String.join(", ", Functions.NAMES);
      throw new Misfit("there is no function '" + function + "'; expected one of " + known);
    }
    List<Expression> arguments = new ArrayList<>();
    do {
      arguments.add(level(0));
    } while (take(","));
    expect(")");
    return new Call(function, List.copyOf(arguments));
  }

  private void expect(String token) {
    if (!take(token)) {
      throw new Misfit("expected '" + token + "' in '" + source + "'");
    }
  }
}
