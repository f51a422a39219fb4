package org.leibniz.checkpoint.internal.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.checkpoint.internal.chat.Expression.Attribute;
import org.leibniz.checkpoint.internal.chat.Expression.Binary;
import org.leibniz.checkpoint.internal.chat.Expression.Call;
import org.leibniz.checkpoint.internal.chat.Expression.Conditional;
import org.leibniz.checkpoint.internal.chat.Expression.Filter;
import org.leibniz.checkpoint.internal.chat.Expression.Item;
import org.leibniz.checkpoint.internal.chat.Expression.Literal;
import org.leibniz.checkpoint.internal.chat.Expression.Many;
import org.leibniz.checkpoint.internal.chat.Expression.Mapping;
import org.leibniz.checkpoint.internal.chat.Expression.Name;
import org.leibniz.checkpoint.internal.chat.Expression.Slice;
import org.leibniz.checkpoint.internal.chat.Expression.Test;
import org.leibniz.checkpoint.internal.chat.Expression.Unary;
import org.leibniz.checkpoint.internal.chat.Token.Kind;

/** Expressions by recursive descent, in Jinja's order of precedence. */
final class ExpressionParser {
  private static final List<String> COMPARISONS = List.of("==", "!=", "<=", ">=", "<", ">");
  private static final List<String> SUMS = List.of("+", "-");
  private static final List<String> PRODUCTS = List.of("*", "/", "//", "%");

  private final TokenStream tokens;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  /** One expression, or several with commas between as a list. */
  Expression list() {
    Expression first = expression();
    if (!tokens.peek().is(",")) {
      return first;
    }
    List<Expression> all = new ArrayList<>(List.of(first));
    while (tokens.take(",")) {
      if (tokens.peek().kind() == Kind.STATEMENT_END || tokens.peek().is(")")) {
        break;
      }
      all.add(expression());
    }
    return new Many(all);
  }

  Expression expression() {
    tokens.enter();
    Expression value = or();
    while (tokens.takeName("if")) {
      Expression condition = or();
      Optional<Expression> otherwise = tokens.takeName("else") ? Optional.of(expression()) : Optional.empty();
      value = new Conditional(condition, value, otherwise);
    }
    tokens.leave();
    return value;
  }

  /** An expression in which {@code if} belongs to what surrounds it. */
  Expression or() {
    Expression left = and();
    while (tokens.takeName("or")) {
      left = new Binary("or", left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (tokens.takeName("and")) {
      left = new Binary("and", left, not());
    }
    return left;
  }

  private Expression not() {
    if (!tokens.takeName("not")) {
      return comparison();
    }
    tokens.enter();
    Expression operand = not();
    tokens.leave();
    return new Unary("not", operand);
  }

  private Expression comparison() {
    Expression left = sum();
    while (true) {
      Token next = tokens.peek();
      if (next.kind() == Kind.OPERATOR && COMPARISONS.contains(next.text())) {
        tokens.next();
        left = new Binary(next.text(), left, sum());
      } else if (tokens.takeName("in")) {
        left = new Binary("in", left, sum());
      } else if (next.isName("not") && tokens.ahead(1).isName("in")) {
        tokens.next();
        tokens.next();
        left = new Unary("not", new Binary("in", left, sum()));
      } else {
        return left;
      }
    }
  }

  private Expression sum() {
    Expression left = concatenation();
    while (tokens.peek().kind() == Kind.OPERATOR && SUMS.contains(tokens.peek().text())) {
      left = new Binary(tokens.next().text(), left, concatenation());
    }
    return left;
  }

  private Expression concatenation() {
    Expression left = product();
    while (tokens.take("~")) {
      left = new Binary("~", left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = unary();
    while (tokens.peek().kind() == Kind.OPERATOR && PRODUCTS.contains(tokens.peek().text())) {
      left = new Binary(tokens.next().text(), left, unary());
    }
    return left;
  }

  private Expression unary() {
    if (tokens.peek().is("-") || tokens.peek().is("+")) {
      tokens.enter();
      Expression negated = new Unary(tokens.next().text(), unary());
      tokens.leave();
      return negated;
    }
    return filtersAndTests(power());
  }

  private Expression power() {
    Expression left = postfix(primary());
    while (tokens.take("**")) {
      left = new Binary("**", left, postfix(primary()));
    }
    return left;
  }

  private Expression filtersAndTests(Expression value) {
    Expression result = value;
    while (true) {
      if (tokens.take("|")) {
        result = filter(result);
      } else if (tokens.takeName("is")) {
        result = test(result);
      } else if (tokens.peek().is(".") || tokens.peek().is("[") || tokens.peek().is("(")) {
        result = postfix(result);
      } else {
        return result;
      }
    }
  }

  Filter filter(Expression input) {
    String name = tokens.expect(Kind.NAME).text();
    List<Expression> arguments = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    if (tokens.take("(")) {
      arguments(arguments, named);
    }
    return new Filter(input, name, arguments, named);
  }

  private Expression test(Expression input) {
    boolean negated = tokens.takeName("not");
    String name = tokens.next().text();
    List<Expression> arguments = new ArrayList<>();
    if (tokens.take("(")) {
      arguments(arguments, new LinkedHashMap<>());
    } else if (takesOperand()) {
      arguments.add(postfix(primary()));
    }
    return new Test(input, name, arguments, negated);
  }

  /** Whether a test is followed by its argument without brackets, as in {@code is divisibleby 2}. */
  private boolean takesOperand() {
    Token next = tokens.peek();
    boolean keyword = next.kind() == Kind.NAME && List.of("and", "or", "else", "if", "is", "in", "not").contains(next.text());
    return (next.kind() == Kind.NAME && !keyword) || next.kind() == Kind.STRING || next.kind() == Kind.INTEGER || next.kind() == Kind.DECIMAL;
  }

  private Expression postfix(Expression value) {
    Expression result = value;
    while (true) {
      if (tokens.take(".")) {
        result = new Attribute(result, tokens.next().text());
      } else if (tokens.take("[")) {
        result = subscript(result);
      } else if (tokens.take("(")) {
        List<Expression> arguments = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        arguments(arguments, named);
        result = new Call(result, arguments, named);
      } else {
        return result;
      }
    }
  }

  private Expression subscript(Expression of) {
    Optional<Expression> from = tokens.peek().is(":") ? Optional.empty() : Optional.of(expression());
    if (tokens.take("]")) {
      return new Item(of, from.orElseThrow());
    }
    tokens.expect(":");
    Optional<Expression> to = tokens.peek().is(":") || tokens.peek().is("]") ? Optional.empty() : Optional.of(expression());
    Optional<Expression> step = Optional.empty();
    if (tokens.take(":") && !tokens.peek().is("]")) {
      step = Optional.of(expression());
    }
    tokens.expect("]");
    return new Slice(of, from, to, step);
  }

  private void arguments(List<Expression> arguments, Map<String, Expression> named) {
    while (!tokens.take(")")) {
      if (tokens.peek().kind() == Kind.NAME && tokens.ahead(1).is("=")) {
        String name = tokens.next().text();
        tokens.next();
        named.put(name, expression());
      } else {
        arguments.add(expression());
      }
      if (!tokens.peek().is(")")) {
        tokens.expect(",");
      }
    }
  }

  private Expression primary() {
    Token token = tokens.next();
    return switch (token.kind()) {
      case STRING -> {
        StringBuilder text = new StringBuilder(token.text());
        while (tokens.peek().kind() == Kind.STRING) {
          text.append(tokens.next().text());
        }
        yield new Literal(text.toString());
      }
      case INTEGER -> integer(token);
      case DECIMAL -> new Literal(Double.parseDouble(token.text()));
      case NAME ->
          switch (token.text()) {
            case "true", "True" -> new Literal(true);
            case "false", "False" -> new Literal(false);
            case "none", "None" -> new Literal(Value.None.NONE);
            default -> new Name(token.text());
          };
      case OPERATOR -> bracketed(token);
      case DATA, STATEMENT_BEGIN, STATEMENT_END, OUTPUT_BEGIN, OUTPUT_END, END -> throw tokens.error("expected a value");
    };
  }

  private Expression integer(Token token) {
    try {
      return new Literal(Long.parseLong(token.text()));
    } catch (NumberFormatException e) {
      throw tokens.error(token.text() + " is too large a number");
    }
  }

  private Expression bracketed(Token open) {
    return switch (open.text()) {
      case "(" -> {
        if (tokens.take(")")) {
          yield new Many(List.of());
        }
        Expression inner = list();
        tokens.expect(")");
        yield inner;
      }
      case "[" -> {
        List<Expression> elements = new ArrayList<>();
        while (!tokens.take("]")) {
          elements.add(expression());
          if (!tokens.peek().is("]")) {
            tokens.expect(",");
          }
        }
        yield new Many(elements);
      }
      case "{" -> {
        Map<Expression, Expression> entries = new LinkedHashMap<>();
        while (!tokens.take("}")) {
          Expression key = expression();
          tokens.expect(":");
          entries.put(key, expression());
          if (!tokens.peek().is("}")) {
            tokens.expect(",");
          }
        }
        yield new Mapping(entries);
      }
      default -> throw tokens.error("unexpected '" + open.text() + "'");
    };
  }
}
