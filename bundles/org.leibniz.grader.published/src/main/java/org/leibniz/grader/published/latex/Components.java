package org.leibniz.grader.published.latex;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** What a product is made of: groups, symbols, numbers, fractions and matrices; functions are {@link Functions}. */
final class Components {
  static final EnumSet<Kind> BARS = EnumSet.of(Kind.BAR, Kind.VERT, Kind.NORM);

  private static final Map<Kind, Kind> GROUPS =
      Map.ofEntries(
          Map.entry(Kind.L_PAREN, Kind.R_PAREN),
          Map.entry(Kind.L_GROUP, Kind.R_GROUP),
          Map.entry(Kind.L_BRACE, Kind.R_BRACE),
          Map.entry(Kind.L_BRACE_VISUAL, Kind.R_BRACE_VISUAL),
          Map.entry(Kind.L_BRACE_CMD, Kind.R_BRACE_CMD),
          Map.entry(Kind.L_BRACKET, Kind.R_BRACKET),
          Map.entry(Kind.L_BRACK, Kind.R_BRACK),
          Map.entry(Kind.BAR, Kind.BAR),
          Map.entry(Kind.L_VERT, Kind.R_VERT),
          Map.entry(Kind.VERT, Kind.VERT),
          Map.entry(Kind.NORM, Kind.NORM),
          Map.entry(Kind.L_FLOOR, Kind.R_FLOOR),
          Map.entry(Kind.LL_CORNER, Kind.LR_CORNER),
          Map.entry(Kind.L_CEIL, Kind.R_CEIL),
          Map.entry(Kind.UL_CORNER, Kind.UR_CORNER));
  private static final EnumSet<Kind> SYMBOLS = EnumSet.of(Kind.LETTER, Kind.GREEK, Kind.OTHER_SYMBOL, Kind.ACCENT);
  private static final EnumSet<Kind> ATOMS =
      EnumSet.of(
          Kind.LETTER, Kind.GREEK, Kind.OTHER_SYMBOL, Kind.ACCENT, Kind.SYMBOL, Kind.NUMBER, Kind.PERCENT_NUMBER,
          Kind.DIFFERENTIAL);
  private static final EnumSet<Kind> OTHERS =
      EnumSet.of(Kind.LEFT, Kind.M_LEFT, Kind.FRAC, Kind.BINOM, Kind.MATRIX_START, Kind.DET_START);

  private final Cursor cursor;
  private final Parser parser;
  private final Functions functions;

  Components(Cursor cursor, Parser parser) {
    this.cursor = cursor;
    this.parser = parser;
    this.functions = new Functions(cursor, parser, this);
  }

  boolean canStart(boolean withFunctions) {
    Kind kind = cursor.kind();
    return ATOMS.contains(kind)
        || GROUPS.containsKey(kind)
        || OTHERS.contains(kind)
        || withFunctions && Functions.STARTS.contains(kind);
  }

  Reading component(boolean withFunctions) {
    Kind kind = cursor.kind();
    if (withFunctions && Functions.STARTS.contains(kind)) {
      return functions.function();
    }
    if (withFunctions && SYMBOLS.contains(kind)) {
      Reading call = functions.call();
      return call != null ? call : atom();
    }
    if (ATOMS.contains(kind)) {
      return atom();
    }
    return switch (kind) {
      case FRAC -> fraction();
      case BINOM -> {
        cursor.take();
        Reading top = braced();
        Reading bottom = braced();
        yield scope -> Build.binomial(top.build(scope), bottom.build(scope));
      }
      case MATRIX_START, DET_START -> matrix();
      default -> group();
    };
  }

  private Reading group() {
    Kind side = cursor.is(Kind.LEFT) || cursor.is(Kind.M_LEFT) ? cursor.take().kind() : Kind.END;
    Kind open = cursor.kind();
    Kind close = GROUPS.get(open);
    if (close == null) {
      throw cursor.unexpected();
    }
    cursor.take();
    boolean outside = cursor.setInsideBars(BARS.contains(open) && side == Kind.END);
    Reading content = parser.expression();
    if (open == Kind.L_BRACE && side == Kind.END && cursor.skip(Kind.CHOOSE)) {
      Reading top = content;
      Reading bottom = parser.expression();
      content = scope -> Build.binomial(top.build(scope), bottom.build(scope));
    }
    cursor.setInsideBars(outside);
    if (side != Kind.END) {
      cursor.expect(side == Kind.LEFT ? Kind.RIGHT : Kind.M_RIGHT);
    }
    cursor.expect(close);
    Reading inner = content;
    return switch (open) {
      case BAR, L_VERT, VERT -> scope -> Build.function("Abs", inner.build(scope));
      case L_FLOOR, LL_CORNER -> scope -> Build.function("floor", inner.build(scope));
      case L_CEIL, UL_CORNER -> scope -> Build.function("ceiling", inner.build(scope));
      case NORM ->
          scope -> {
            if (Build.isMatrix(inner.build(scope))) {
              return Build.function("norm", inner.build(scope));
            }
            throw Rejected.because("the norm of something that is no matrix");
          };
      default -> inner;
    };
  }

  Reading braced() {
    cursor.expect(Kind.L_BRACE);
    boolean outside = cursor.setInsideBars(false);
    Reading content = parser.expression();
    cursor.setInsideBars(outside);
    cursor.expect(Kind.R_BRACE);
    return content;
  }

  private Reading fraction() {
    cursor.take();
    int start = cursor.at();
    Reading top = braced();
    String upper = cursor.textFrom(start + 1);
    int middle = cursor.at();
    boolean derivative = cursor.kindAhead(1) == Kind.DIFFERENTIAL && cursor.kindAhead(2) == Kind.R_BRACE;
    Reading bottom = braced();
    if (derivative && upper.startsWith("d")) {
      String variable = cursor.textFrom(middle);
      return scope -> {
        if (upper.equals("d}")) {
          return new Term.Sequence(List.of(new Term.Symbol(variable)));
        }
        Term function = Latex.parse(upper.substring(1, upper.length() - 1), scope);
        return new Term.Function("Derivative", List.of(Build.operand(function), new Term.Symbol(variable)));
      };
    }
    return scope -> Build.quotient(top.build(scope), bottom.build(scope));
  }

  private Reading matrix() {
    boolean determinant = cursor.take().is(Kind.DET_START);
    Kind end = determinant ? Kind.DET_END : Kind.MATRIX_END;
    List<List<Reading>> rows = new ArrayList<>();
    do {
      List<Reading> row = new ArrayList<>(List.of(parser.expression()));
      while (cursor.skip(Kind.COLUMN)) {
        row.add(parser.expression());
      }
      rows.add(row);
    } while (cursor.skip(Kind.ROW) && !cursor.is(end));
    cursor.expect(end);
    return scope -> {
      List<List<Term>> built = new ArrayList<>();
      for (List<Reading> row : rows) {
        List<Term> terms = new ArrayList<>();
        for (Reading entry : row) {
          terms.add(Build.operand(entry.build(scope)));
        }
        built.add(List.copyOf(terms));
      }
      if (built.stream().anyMatch(row -> row.size() != built.getFirst().size())) {
        throw Rejected.because("rows of different lengths");
      }
      return determinant ? Determinant.of(built) : new Term.Matrix(List.copyOf(built));
    };
  }

  /** A symbol with its indices, or a number. */
  Reading atom() {
    Token token = cursor.peek();
    if (SYMBOLS.contains(token.kind())) {
      return symbol();
    }
    if (!ATOMS.contains(token.kind())) {
      throw cursor.unexpected();
    }
    String text = cursor.take().text();
    return switch (token.kind()) {
      case NUMBER -> scope -> number(text);
      case PERCENT_NUMBER ->
          scope -> new Term.Number(number(text.replace("\\%", "")).value().times(Rational.of(100).inverse()));
      case DIFFERENTIAL ->
          scope -> {
            scope.loseVariables();
            return new Term.Symbol("d" + text.substring(1).strip().replace("\\", ""));
          };
      default -> scope -> constant(text.replace("\\$", "").replace("\\%", ""));
    };
  }

  private static Term.Number number(String text) {
    String digits = text.replace(",", "");
    if (digits.length() > 4300) {
      throw Rejected.because("a number of more than 4,300 digits");
    }
    return new Term.Number(Rational.parse(digits));
  }

  private static Term constant(String text) {
    return switch (text) {
      case "\\infty" -> Build.INFINITY;
      case "\\pi" -> new Term.Constant("pi");
      default -> throw Rejected.because("'" + text + "' has no meaning");
    };
  }

  private Reading symbol() {
    String name = symbolName();
    Reading exponent = null;
    String index = "";
    if (cursor.is(Kind.CARET)) {
      exponent = cursor.piece(this::superscript);
      index = cursor.is(Kind.UNDERSCORE) ? subscript().text() : "";
    } else if (cursor.is(Kind.UNDERSCORE)) {
      index = subscript().text();
      exponent = cursor.is(Kind.CARET) ? cursor.piece(this::superscript) : null;
    }
    if (name.equals("I") && exponent == null && index.isEmpty()) {
      return scope -> new Term.Constant("I");
    }
    String full = name + (index.isEmpty() ? "" : index.length() > 1 ? "_{" + index + "}" : "_" + index);
    Reading raised = exponent;
    return scope -> {
      scope.requireVariables();
      Term symbol = new Term.Symbol(full);
      return raised == null ? symbol : Build.power(symbol, raised.build(scope));
    };
  }

  /** A letter, a named letter without its backslash, or an accent with what it stands on. */
  String symbolName() {
    Token token = cursor.take();
    return switch (token.kind()) {
      case GREEK -> token.text().substring(1).strip();
      case ACCENT -> {
        int start = cursor.at();
        braced();
        yield token.text() + cursor.textFrom(start);
      }
      default -> token.text().strip();
    };
  }

  Reading superscript() {
    cursor.expect(Kind.CARET);
    return cursor.is(Kind.L_BRACE) ? braced() : atom();
  }

  /** An index: its text, and its value for a logarithm's base. */
  record Index(String text, Reading reading) {}

  Index subscript() {
    cursor.expect(Kind.UNDERSCORE);
    int start = cursor.at();
    if (!cursor.skip(Kind.L_BRACE)) {
      Reading atom = atom();
      return new Index(cursor.textFrom(start).strip(), atom);
    }
    Reading first = parser.expression();
    while (cursor.skip(Kind.COMMA)) {
      parser.expression();
    }
    cursor.expect(Kind.R_BRACE);
    String text = cursor.textFrom(start + 1);
    return new Index(text.substring(0, text.length() - 1).strip(), first);
  }
}
