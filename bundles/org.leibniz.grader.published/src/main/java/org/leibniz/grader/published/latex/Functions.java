package org.leibniz.grader.published.latex;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Functions: named ones, roots, sums and integrals, and a symbol applied to arguments. */
final class Functions {
  static final EnumSet<Kind> STARTS =
      EnumSet.of(
          Kind.FUNCTION, Kind.MULTI_FUNCTION, Kind.OPERATOR_NAME, Kind.SQRT, Kind.INTEGRAL, Kind.SUM, Kind.PRODUCT,
          Kind.LIM, Kind.EXP_E);

  private static final Set<String> INVERTIBLE = Set.of("sin", "cos", "tan", "csc", "sec", "cot", "sinh", "cosh", "tanh");
  private static final EnumSet<Kind> OPEN = EnumSet.of(Kind.L_PAREN, Kind.L_BRACKET);
  private static final EnumSet<Kind> CLOSE = EnumSet.of(Kind.R_PAREN, Kind.R_BRACKET);

  private final Cursor cursor;
  private final Parser parser;
  private final Components components;

  Functions(Cursor cursor, Parser parser, Components components) {
    this.cursor = cursor;
    this.parser = parser;
    this.components = components;
  }

  Reading function() {
    Token token = cursor.take();
    return switch (token.kind()) {
      case FUNCTION -> named(token.text().substring(1));
      case MULTI_FUNCTION -> several(token.text().substring(1));
      case OPERATOR_NAME -> operator();
      case SQRT -> root();
      case EXP_E -> exponential();
      case LIM -> limit();
      case INTEGRAL -> integral();
      default -> series(token.text().substring(1));
    };
  }

  private Reading exponential() {
    if (!cursor.is(Kind.CARET)) {
      return scope -> Build.E;
    }
    Reading exponent = cursor.piece(components::superscript);
    if (exponent == null) {
      return scope -> Build.E;
    }
    return scope -> Build.exponential(exponent.build(scope));
  }

  private Reading root() {
    Reading root = null;
    if (cursor.skip(Kind.L_BRACKET)) {
      root = parser.expression();
      cursor.expect(Kind.R_BRACKET);
    }
    Reading base = components.braced();
    Reading index = root;
    return scope -> {
      Term radicand = base.build(scope);
      return index == null
          ? Build.power(radicand, new Term.Number(Rational.HALF))
          : Build.root(radicand, index.build(scope));
    };
  }

  private record Scripts(Reading base, Reading power) {}

  private Scripts scripts() {
    Reading base = null;
    Reading power = null;
    if (cursor.is(Kind.UNDERSCORE)) {
      base = components.subscript().reading();
    }
    if (cursor.is(Kind.CARET)) {
      power = components.superscript();
      if (base == null && cursor.is(Kind.UNDERSCORE)) {
        base = components.subscript().reading();
      }
    }
    return new Scripts(base, power);
  }

  private Reading named(String name) {
    Scripts scripts = scripts();
    Reading argument = argument();
    return scope -> {
      Term value = Build.operand(argument.build(scope));
      Term plain = apply(name, value, scripts, scope);
      if (scripts.power() == null) {
        return plain;
      }
      Term power = Build.operand(scripts.power().build(scope));
      if (power.equals(Build.MINUS_ONE) && INVERTIBLE.contains(name)) {
        return Build.function("a" + name, value);
      }
      return power.equals(Build.number(0)) ? plain : Build.power(plain, power);
    };
  }

  private static Term apply(String name, Term value, Scripts scripts, Scope scope) {
    return switch (name) {
      case "log", "ln" -> {
        Term base =
            scripts.base() != null ? scripts.base().build(scope) : name.equals("ln") ? Build.E : Build.number(10);
        yield new Term.Function("log", List.of(value, Build.operand(base)));
      }
      case "exp" -> Build.exponential(value);
      case "ceil" -> Build.function("ceiling", value);
      case "det" -> {
        if (value instanceof Term.Matrix matrix) {
          yield Determinant.of(matrix.rows());
        }
        throw Rejected.because("the determinant of something that is no matrix");
      }
      default -> Build.function(INVERTIBLE.contains(name) ? name : name.replaceFirst("^arc?", "a"), value);
    };
  }

  /** In parentheses where they hold it all, else what follows up to the next function. */
  private Reading argument() {
    Cursor.Place start = cursor.place();
    Kind side = cursor.is(Kind.LEFT) || cursor.is(Kind.M_LEFT) ? cursor.take().kind() : Kind.END;
    if (cursor.is(Kind.L_PAREN)) {
      try {
        cursor.take();
        Reading inside = parser.expression();
        if (!cursor.skip(Kind.RIGHT)) {
          cursor.skip(Kind.M_RIGHT);
        }
        cursor.expect(Kind.R_PAREN);
        return inside;
      } catch (Rejected refusal) {
        if (side == Kind.END) {
          throw refusal;
        }
        cursor.recover(start, refusal);
      }
    }
    cursor.rewind(start);
    return parser.multiplicationWithoutFunctions();
  }

  /** {@code gcd}, {@code lcm}, {@code max} and {@code min}; only the last two stay unevaluated in the original. */
  private Reading several(String name) {
    Scripts scripts = scripts();
    cursor.skip(Kind.LEFT);
    cursor.expect(Kind.L_PAREN);
    int start = cursor.at();
    do {
      parser.expression();
    } while (cursor.skip(Kind.COMMA));
    List<String> arguments = split(cursor.textFrom(start));
    cursor.skip(Kind.RIGHT);
    cursor.expect(Kind.R_PAREN);
    return scope -> {
      List<Term> terms = new ArrayList<>();
      for (String argument : arguments) {
        terms.add(Build.operand(Latex.parse(argument, scope)));
      }
      Term plain = SeveralArguments.apply(name, terms);
      return scripts.power() == null ? plain : Build.power(plain, scripts.power().build(scope));
    };
  }

  /** {@code \operatorname{name}(argument)}; matrix functions stay unevaluated. */
  private Reading operator() {
    cursor.expect(Kind.L_BRACE);
    Token name = cursor.expectOneOf(EnumSet.of(Kind.NAME_ONE, Kind.NAME_MANY));
    cursor.expect(Kind.R_BRACE);
    return name.is(Kind.NAME_MANY) ? several(name.text()) : named(name.text());
  }

  /** Sums and products stay unevaluated; they have no numeric value in the original's last step. */
  private Reading series(String name) {
    boolean upperFirst = cursor.is(Kind.CARET);
    Reading upper = upperFirst ? components.superscript() : null;
    cursor.expect(Kind.UNDERSCORE);
    cursor.expect(Kind.L_BRACE);
    Reading variable = parser.expression();
    cursor.expectOneOf(EnumSet.of(Kind.EQUAL, Kind.ASSIGN));
    Reading lower = parser.expression();
    cursor.expect(Kind.R_BRACE);
    Reading end = upperFirst ? upper : components.superscript();
    Reading body = parser.multiplication();
    return scope ->
        new Term.Function(
            name, List.of(body.build(scope), variable.build(scope), lower.build(scope), end.build(scope)));
  }

  private Reading limit() {
    cursor.expect(Kind.UNDERSCORE);
    cursor.expect(Kind.L_BRACE);
    String variable = cursor.expectOneOf(EnumSet.of(Kind.LETTER, Kind.GREEK, Kind.OTHER_SYMBOL)).text();
    cursor.expect(Kind.APPROACH);
    Reading place = parser.expression();
    String direction = "+";
    if (cursor.skip(Kind.CARET)) {
      cursor.expect(Kind.L_BRACE);
      direction = cursor.expectOneOf(EnumSet.of(Kind.PLUS, Kind.MINUS)).text();
      cursor.expect(Kind.R_BRACE);
    }
    cursor.expect(Kind.R_BRACE);
    Reading body = parser.multiplication();
    Term side = new Term.Symbol(variable + direction);
    return scope -> new Term.Function("Limit", List.of(place.build(scope), body.build(scope), side));
  }

  private Reading integral() {
    Scripts bounds = scripts();
    Reading body = parser.expression();
    return scope -> {
      List<Term> parts = new ArrayList<>(List.of(body.build(new Scope())));
      if (bounds.base() != null) {
        parts.add(bounds.base().build(scope));
      }
      if (bounds.power() != null) {
        parts.add(bounds.power().build(scope));
      }
      return new Term.Function("Integral", List.copyOf(parts));
    };
  }

  /** A symbol applied to arguments in brackets, or null (and the cursor where it was) where there is none. */
  Reading call() {
    Cursor.Place start = cursor.place();
    if (cursor.notCalls.get(start.at())) {
      return null;
    }
    try {
      return applied(start.at());
    } catch (Rejected refusal) {
      cursor.recover(start, refusal);
      cursor.notCalls.set(start.at());
      return null;
    }
  }

  private Reading applied(int start) {
    components.symbolName();
    if (cursor.is(Kind.UNDERSCORE)) {
      components.subscript();
    }
    String name = cursor.textFrom(start);
    Reading power = cursor.is(Kind.CARET) ? components.superscript() : null;
    boolean braced = cursor.skip(Kind.L_BRACE);
    cursor.skip(Kind.LEFT);
    cursor.expectOneOf(OPEN);
    List<String> arguments = callArguments();
    cursor.expectOneOf(CLOSE);
    cursor.skip(Kind.RIGHT);
    if (braced) {
      cursor.expect(Kind.R_BRACE);
    }
    return scope -> {
      List<Term> terms = new ArrayList<>();
      for (String argument : arguments) {
        terms.add(Build.operand(Latex.parse(argument, scope)));
      }
      Term application = new Term.Application(name, List.copyOf(terms));
      return power == null ? application : Build.power(application, power.build(scope));
    };
  }

  /** One atom, or expressions with commas between them (one may stand behind the last); cut again at every comma. */
  private List<String> callArguments() {
    Cursor.Place place = cursor.place();
    int start = place.at();
    try {
      components.atom();
      if (cursor.isOneOf(CLOSE)) {
        return split(cursor.textFrom(start));
      }
    } catch (Rejected refusal) {
      cursor.recover(place, refusal);
    }
    cursor.rewind(place);
    parser.expression();
    cursor.expect(Kind.COMMA);
    if (!cursor.isOneOf(CLOSE)) {
      parser.expression();
      while (cursor.skip(Kind.COMMA)) {
        parser.expression();
      }
    }
    return split(cursor.textFrom(start));
  }

  private static List<String> split(String text) {
    List<String> arguments = new ArrayList<>(List.of(text.split(",", -1)));
    if (arguments.getLast().isEmpty()) {
      arguments.removeLast();
    }
    return arguments;
  }
}
