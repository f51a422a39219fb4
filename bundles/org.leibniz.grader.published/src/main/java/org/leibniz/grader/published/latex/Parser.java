package org.leibniz.grader.published.latex;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recursive descent through relations, sums, products and powers. Where the original grammar is ambiguous the first
 * alternative that fits is taken, as its generated parser does.
 */
final class Parser {
  /** Python's recursion ends the original's conversion of longer sums and products. */
  private static final int MAX_OPERANDS = 950;

  private static final Map<Kind, String> RELATIONS =
      Map.of(
          Kind.LESS, "<", Kind.LESS_EQUAL, "<=", Kind.GREATER, ">", Kind.GREATER_EQUAL, ">=", Kind.EQUAL, "Eq",
          Kind.UNEQUAL, "Ne", Kind.ASSIGN, "=", Kind.IN, "in");
  private static final EnumSet<Kind> SIGNS = EnumSet.of(Kind.PLUS, Kind.MINUS);
  private static final EnumSet<Kind> MULTIPLICATIONS = EnumSet.of(Kind.TIMES, Kind.DIVIDE, Kind.MOD);

  private static final Set<String> UNSOLVABLE = Set.of("Abs", "floor", "ceiling", "Max", "Min", "Mod");

  private final Cursor cursor;
  private final Components components;

  Parser(Cursor cursor) {
    this.cursor = cursor;
    this.components = new Components(cursor, this);
  }

  /** A relation, or several with commas or semicolons between them. */
  Reading relationOrList() {
    Reading first = relation();
    Kind separator = cursor.kind();
    if (separator != Kind.COMMA && separator != Kind.SEMICOLON) {
      return first;
    }
    // The original has decided for a list here and looks ahead no further than each loop needs.
    cursor.beLenient();
    List<Reading> elements = new ArrayList<>(List.of(first));
    while (cursor.skip(separator)) {
      elements.add(relation());
    }
    return scope -> {
      List<Term> terms = new ArrayList<>();
      for (Reading element : elements) {
        terms.add(element.build(scope));
      }
      return new Term.Sequence(List.copyOf(terms));
    };
  }

  /** The same in brackets or braces, at least two elements. */
  Reading bracketedList() {
    Kind side = cursor.is(Kind.LEFT) || cursor.is(Kind.M_LEFT) ? cursor.take().kind() : Kind.END;
    Kind close =
        switch (cursor.kind()) {
          case L_BRACKET -> Kind.R_BRACKET;
          case L_BRACE_VISUAL -> Kind.R_BRACE_VISUAL;
          case L_BRACE -> Kind.R_BRACE;
          default -> throw cursor.unexpected();
        };
    if (side != Kind.END && cursor.is(Kind.L_BRACE)) {
      throw cursor.unexpected();
    }
    cursor.take();
    Reading list = relationOrList();
    if (side == Kind.LEFT) {
      cursor.expect(Kind.RIGHT);
    } else if (side == Kind.M_LEFT) {
      cursor.expect(Kind.M_RIGHT);
    }
    cursor.expect(close);
    return scope -> {
      if (list.build(scope) instanceof Term.Sequence sequence) {
        return sequence;
      }
      throw Rejected.because("a list of one element");
    };
  }

  private Reading relation() {
    Reading left = expression();
    while (RELATIONS.containsKey(cursor.kind())) {
      String operator = RELATIONS.get(cursor.take().kind());
      Reading first = left;
      Reading second = expression();
      left = scope -> relate(operator, first.build(scope), second.build(scope), scope);
    }
    return left;
  }

  private static Term relate(String operator, Term left, Term right, Scope scope) {
    Build.operand(left);
    if (operator.equals("in")) {
      if (right instanceof Term.Power(Term base, Term.Product size)) {
        return left;
      }
      throw Rejected.because("no matrix symbol");
    }
    Build.operand(right);
    if (!operator.equals("=")) {
      return new Term.Relation(operator, left, right);
    }
    if (left instanceof Term.Symbol) {
      scope.requireVariables();
      return right;
    }
    if (!Symbols.isIn(left) && !Symbols.isIn(right)) {
      return new Term.Relation("Eq", left, right);
    }
    // The original solves an equation for its symbols; only the same equation is taken to have the same solutions here.
    if (Symbols.isInside(left, UNSOLVABLE) || Symbols.isInside(right, UNSOLVABLE)) {
      throw Rejected.because("an equation that cannot be solved");
    }
    return new Term.Relation("solve", left, right);
  }

  Reading expression() {
    cursor.enter();
    Reading left = multiplication();
    int count = 1;
    while (cursor.isOneOf(SIGNS)) {
      bound(++count);
      boolean plus = cursor.is(Kind.PLUS);
      Reading first = left;
      Reading second = cursor.piece(this::term);
      if (second == null) {
        break;
      }
      left =
          plus
              ? scope -> Build.sum(first.build(scope), second.build(scope))
              : scope -> Build.difference(first.build(scope), second.build(scope));
    }
    cursor.leave();
    return left;
  }

  Reading multiplication() {
    return multiplication(true);
  }

  /** A function's argument without brackets: further functions end it. */
  Reading multiplicationWithoutFunctions() {
    return multiplication(false);
  }

  private Reading multiplication(boolean functions) {
    Reading left = signed(functions);
    int count = 1;
    while (cursor.isOneOf(MULTIPLICATIONS)) {
      bound(++count);
      Kind operator = cursor.kind();
      Reading first = left;
      Reading second = cursor.piece(() -> factor(functions));
      if (second == null) {
        break;
      }
      left =
          scope -> {
            Term a = first.build(scope);
            Term b = second.build(scope);
            return switch (operator) {
              case TIMES -> Build.product(a, b);
              case DIVIDE -> Build.quotient(a, b);
              default -> new Term.Function("Mod", List.of(Build.operand(a), Build.operand(b)));
            };
          };
    }
    return left;
  }

  private Reading term() {
    cursor.take();
    return multiplication();
  }

  private Reading factor(boolean functions) {
    cursor.take();
    return signed(functions);
  }

  private Reading signed(boolean functions) {
    int minus = 0;
    while (cursor.isOneOf(SIGNS)) {
      if (cursor.take().is(Kind.MINUS)) {
        bound(++minus);
      }
    }
    Reading factors = factors(functions);
    int signs = minus;
    return signs == 0
        ? factors
        : scope -> {
          Term term = factors.build(scope);
          for (int i = 0; i < signs; i++) {
            term = Build.negative(term);
          }
          return term;
        };
  }

  /** One or more factors side by side. */
  private Reading factors(boolean functions) {
    List<Reading> factors = new ArrayList<>(List.of(postfix(true)));
    while (components.canStart(functions) && !closesBar()) {
      bound(factors.size());
      Reading next = cursor.piece(() -> postfix(functions));
      if (next == null) {
        break;
      }
      factors.add(next);
    }
    if (factors.size() == 1) {
      return factors.getFirst();
    }
    return scope -> {
      List<Term> terms = new ArrayList<>();
      for (Reading factor : factors) {
        terms.add(factor.build(scope));
        if (terms.getLast() instanceof Term.Sequence) {
          break;
        }
      }
      Term product = terms.getLast();
      for (int i = terms.size() - 2; i >= 0; i--) {
        product = Build.product(terms.get(i), product);
      }
      return product;
    };
  }

  private boolean closesBar() {
    return cursor.isInsideBars() && cursor.isOneOf(Components.BARS) && cursor.choices().closes();
  }

  private Reading postfix(boolean functions) {
    Reading reading = power(functions);
    while (true) {
      Reading operand = reading;
      if (cursor.skip(Kind.FACTORIAL)) {
        reading = scope -> Build.function("factorial", operand.build(scope));
      } else if (cursor.skip(Kind.TRANSPOSE)) {
        reading = scope -> transpose(operand.build(scope));
      } else if (isEvaluation()) {
        cursor.take();
        while (cursor.isOneOf(EnumSet.of(Kind.CARET, Kind.UNDERSCORE)) && cursor.kindAhead(1) == Kind.L_BRACE) {
          cursor.take();
          cursor.take();
          expression();
          if (cursor.isOneOf(EnumSet.of(Kind.EQUAL, Kind.ASSIGN))) {
            cursor.take();
            expression();
          }
          cursor.expect(Kind.R_BRACE);
        }
        reading =
            scope -> {
              throw Rejected.because("an expression evaluated at a place");
            };
      } else {
        return reading;
      }
    }
  }

  /** {@code |_{x=1}} or {@code |^{1}}. */
  private boolean isEvaluation() {
    return cursor.is(Kind.BAR)
        && (cursor.kindAhead(1) == Kind.UNDERSCORE || cursor.kindAhead(1) == Kind.CARET)
        && cursor.kindAhead(2) == Kind.L_BRACE;
  }

  private static Term transpose(Term term) {
    return term instanceof Term.Number || term instanceof Term.Sequence ? term : Build.function("transpose", term);
  }

  private Reading power(boolean functions) {
    Reading base = components.component(functions);
    int count = 0;
    while (cursor.is(Kind.CARET)) {
      bound(++count);
      Reading lower = base;
      Reading exponent = cursor.piece(components::superscript);
      if (exponent == null) {
        break;
      }
      if (cursor.is(Kind.UNDERSCORE)) {
        components.subscript();
      }
      base = scope -> Build.power(lower.build(scope), exponent.build(scope));
    }
    return base;
  }

  private static void bound(int operands) {
    if (operands > MAX_OPERANDS) {
      throw Rejected.because("more than " + MAX_OPERANDS + " operands in a row");
    }
  }
}
