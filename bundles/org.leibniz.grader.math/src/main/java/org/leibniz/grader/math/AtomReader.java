package org.leibniz.grader.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads numerals, symbols, functions, fractions, roots, brackets and matrices. */
final class AtomReader {
  static final Set<String> FUNCTIONS =
      Set.of("sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "asin", "acos", "atan", "sinh", "cosh",
          "tanh", "log", "ln", "lg", "exp", "sqrt", "abs", "floor", "ceil", "max", "min", "gcd", "lcm", "cbrt");
  private static final Map<String, String> SYNONYMS =
      Map.of("asin", "arcsin", "acos", "arccos", "atan", "arctan", "lg", "log");
  private static final Set<String> CONSTANTS = Set.of("pi", "infinity", "infty", "inf", "oo");
  private static final Set<String> NAMED_FUNCTIONS = Set.of("f", "g", "h", "W", "P", "Q", "F", "G");

  private final Cursor cursor;
  private final NumeralReader numerals;
  private final Supplier<Expression> list;
  private final TermReader terms;

  AtomReader(Cursor cursor, NumeralReader numerals, Supplier<Expression> list, TermReader terms) {
    this.cursor = cursor;
    this.numerals = numerals;
    this.list = list;
    this.terms = terms;
  }

  static boolean isMathematics(String word) {
    return FUNCTIONS.contains(word) || CONSTANTS.contains(word);
  }

  Expression atom() {
    cursor.blanks();
    char c = cursor.peek();
    if (numerals.here()) {
      return numerals.read();
    }
    if (Cursor.isLetter(c)) {
      return letters();
    }
    return switch (c) {
      case '\\' -> command();
      case '(', '[' -> bracket();
      case '{' -> group();
      case '|' -> absolute();
      default -> throw new Unreadable("the character " + c);
    };
  }

  private Expression bracket() {
    char open = cursor.peek();
    cursor.skip(1);
    Expression inside = list.get();
    cursor.blanks();
    char close = cursor.peek();
    if (close != ')' && close != ']') {
      throw new Unreadable("an open bracket");
    }
    cursor.skip(1);
    if (inside instanceof Expression.Sequence(List<Expression> items)) {
      return new Expression.Bracket(open, items, close);
    }
    boolean grouping = open == '(' && close == ')' || inside instanceof Expression.Matrix;
    return grouping ? inside : new Expression.Bracket(open, List.of(inside), close);
  }

  private Expression group() {
    cursor.skip(1);
    if (cursor.take('}')) {
      cursor.node();
      return atom();
    }
    Expression inside = list.get();
    cursor.blanks();
    if (cursor.command().equals("choose")) {
      cursor.skip(7);
      inside = new Expression.Application("binom", List.of(inside, list.get()));
    }
    cursor.expect('}');
    return inside;
  }

  private Expression absolute() {
    cursor.skip(1);
    Expression inside = terms.sum();
    cursor.expect('|');
    return new Expression.Application("abs", List.of(inside));
  }

  /** One letter, a function's name, or a product of letters. */
  private Expression letters() {
    String run = cursor.letters();
    if (FUNCTIONS.contains(run)) {
      cursor.skip(run.length());
      return function(run);
    }
    if (CONSTANTS.contains(run)) {
      cursor.skip(run.length());
      return run.equals("pi") ? Expression.Constant.PI : Expression.Constant.INFINITY;
    }
    if (run.length() >= 4) {
      for (String name : FUNCTIONS) {
        if (run.startsWith(name) && run.length() == name.length() + 1) {
          cursor.skip(name.length());
          return function(name);
        }
      }
      throw new Unreadable("the word " + run);
    }
    cursor.skip(1);
    return symbol(run.substring(0, 1));
  }

  private Expression symbol(String letter) {
    String name = letter + subscript();
    if (name.equals("e")) {
      return Expression.Constant.E;
    }
    boolean python = name.equals("j") && cursor.at() > 1 && Cursor.isDigit(cursor.text().charAt(cursor.at() - 2));
    boolean symbolic = name.equals("I") && cursor.at() > 1 && cursor.text().charAt(cursor.at() - 2) == '*';
    if (name.equals("i") || python || symbolic) {
      return Expression.Constant.I;
    }
    if (NAMED_FUNCTIONS.contains(letter) && cursor.peek() == '(') {
      cursor.skip(1);
      Expression inside = list.get();
      cursor.expect(')');
      return new Expression.Application(
          name, inside instanceof Expression.Sequence(List<Expression> items) ? items : List.of(inside));
    }
    return new Expression.Symbol(name);
  }

  private String subscript() {
    if (cursor.peek() != '_') {
      return "";
    }
    cursor.skip(1);
    cursor.blanks();
    if (cursor.peek() == '{') {
      return "_" + cursor.braced().replace(" ", "");
    }
    if (cursor.peek() == '\\') {
      String name = cursor.command();
      cursor.skip(1 + name.length());
      return "_" + name;
    }
    char c = cursor.peek();
    cursor.skip(1);
    return "_" + c;
  }

  private Expression command() {
    String name = cursor.command();
    if (name.isEmpty()) {
      if (cursor.looking("\\{")) {
        return set();
      }
      throw new Unreadable("a lone backslash");
    }
    cursor.skip(1 + name.length());
    if (FUNCTIONS.contains(name) && !name.equals("sqrt")) {
      return function(name);
    }
    return switch (name) {
      case "frac" -> new Expression.Quotient(argument(), argument());
      case "binom" -> new Expression.Application("binom", List.of(argument(), argument()));
      case "sqrt" -> root();
      case "pi" -> Expression.Constant.PI;
      case "infty" -> Expression.Constant.INFINITY;
      case "emptyset" -> new Expression.Bracket('{', List.of(), '}');
      case "begin" -> MatrixReader.read(cursor, list);
      case "lfloor" -> enclosed("floor", "\\rfloor");
      case "lceil" -> enclosed("ceil", "\\rceil");
      case "text" -> text();
      case "overline", "vec", "hat", "bar", "overrightarrow", "widehat" -> new Expression.Symbol(name + cursorBraced());
      case "angle", "triangle" -> new Expression.Symbol(name + letterRun());
      case "sum", "int", "prod", "lim", "cap", "setminus", "ldots", "dots", "cdots", "circ", "end" ->
          throw new Unreadable("\\" + name);
      case "mathbb" -> {
        if (cursor.looking("{R}") || cursor.looking("R")) {
          cursor.skip(cursor.peek() == '{' ? 3 : 1);
          yield Wording.ALL_REALS;
        }
        throw new Unreadable("\\mathbb");
      }
      default -> runTogether(name);
    };
  }

  /** A command that lost the blank behind it, such as {@code \tanx} or {@code \pir}; else a symbol of its own. */
  private Expression runTogether(String name) {
    for (int length = Math.min(6, name.length() - 1); length > 1; length--) {
      String known = name.substring(0, length);
      if (FUNCTIONS.contains(known) && name.length() - length <= 2) {
        cursor.skip(length - name.length());
        return function(known);
      }
    }
    if (name.startsWith("pi") && name.length() <= 4) {
      cursor.skip(2 - name.length());
      return Expression.Constant.PI;
    }
    return new Expression.Symbol("\\" + name + subscript());
  }

  private String letterRun() {
    cursor.blanks();
    String run = cursor.letters();
    cursor.skip(run.length());
    return " " + run;
  }

  private String cursorBraced() {
    cursor.blanks();
    if (cursor.peek() != '{') {
      throw new Unreadable("an accent without braces");
    }
    return " " + cursor.braced();
  }

  /** A letter or a function in a text command. */
  private Expression text() {
    cursor.blanks();
    if (cursor.peek() != '{') {
      throw new Unreadable("a text without braces");
    }
    String inside = cursor.braced().strip();
    if (FUNCTIONS.contains(inside)) {
      return function(inside);
    }
    if (inside.length() == 1 && Cursor.isLetter(inside.charAt(0))) {
      return symbol(inside);
    }
    String name = subscript();
    if (!name.isEmpty() && inside.chars().allMatch(c -> c < 128 && Cursor.isLetter((char) c))) {
      return new Expression.Symbol(inside + name);
    }
    throw new Unreadable("the words " + inside);
  }

  private Expression set() {
    cursor.skip(2);
    cursor.blanks();
    if (cursor.looking("\\}")) {
      cursor.skip(2);
      return new Expression.Bracket('{', List.of(), '}');
    }
    boolean described = such();
    Expression inside = list.get();
    cursor.blanks();
    if (!cursor.looking("\\}")) {
      throw new Unreadable("an open set");
    }
    cursor.skip(2);
    if (described && inside instanceof Expression.Relation) {
      return inside;
    }
    return new Expression.Bracket(
        '{', inside instanceof Expression.Sequence(List<Expression> items) ? items : List.of(inside), '}');
  }

  /** Takes the {@code x :} or {@code x |} in front of a condition, or nothing. */
  private boolean such() {
    int before = cursor.at();
    if (cursor.letters().length() == 1) {
      cursor.skip(1);
      cursor.blanks();
      if (cursor.take(':') || cursor.take('|')) {
        return true;
      }
    }
    cursor.moveTo(before);
    return false;
  }

  private Expression enclosed(String function, String close) {
    Expression inside = terms.sum();
    cursor.blanks();
    if (!cursor.looking(close)) {
      throw new Unreadable("an open " + function);
    }
    cursor.skip(close.length());
    return new Expression.Application(function, List.of(inside));
  }

  private Expression root() {
    cursor.blanks();
    if (cursor.peek() == '[') {
      cursor.skip(1);
      Expression degree = terms.sum();
      cursor.expect(']');
      return new Expression.Application("root", List.of(argument(), degree));
    }
    return new Expression.Application("sqrt", List.of(argument()));
  }

  /** What a command takes: braces, brackets, one digit, one letter or one command. */
  private Expression argument() {
    cursor.blanks();
    char c = cursor.peek();
    if (Cursor.isDigit(c)) {
      cursor.skip(1);
      return Expression.Numeral.of(c - '0');
    }
    if (Cursor.isLetter(c)) {
      cursor.skip(1);
      return symbol(String.valueOf(c));
    }
    return atom();
  }

  /** An exponent: in plain text a whole number or a sign before one belongs to it. */
  Expression exponent() {
    cursor.blanks();
    char c = cursor.peek();
    if (c == '-') {
      cursor.skip(1);
      return Expression.negate(exponentAtom());
    }
    return exponentAtom();
  }

  private Expression exponentAtom() {
    cursor.blanks();
    return numerals.here() ? numerals.read() : argument();
  }

  private Expression function(String written) {
    String name = SYNONYMS.getOrDefault(written, written);
    cursor.blanks();
    Expression base = null;
    if (name.equals("log") && cursor.peek() == '_') {
      cursor.skip(1);
      base = argument();
      cursor.blanks();
    }
    Expression power = null;
    if (cursor.peek() == '^' && !cursor.looking("^\\circ")) {
      cursor.skip(1);
      power = exponent();
      cursor.blanks();
    }
    List<Expression> arguments = new ArrayList<>(arguments());
    if (base != null) {
      arguments.add(base);
    }
    boolean inverse = power instanceof Expression.Numeral(Rational n, int digits, int decimals) && n.equals(Rational.of(-1));
    if (inverse && Set.of("sin", "cos", "tan").contains(name)) {
      return new Expression.Application("arc" + name, arguments);
    }
    Expression value = new Expression.Application(name.equals("cbrt") ? "root" : name, withDegree(name, arguments));
    return power == null ? value : new Expression.Power(value, power);
  }

  private static List<Expression> withDegree(String name, List<Expression> arguments) {
    if (name.equals("cbrt")) {
      arguments.add(Expression.Numeral.of(3));
    }
    return arguments;
  }

  /** Brackets, or the factors up to the next function or sign. */
  private List<Expression> arguments() {
    if (cursor.peek() == '(') {
      cursor.skip(1);
      Expression inside = list.get();
      cursor.expect(')');
      return inside instanceof Expression.Sequence(List<Expression> items) ? items : List.of(inside);
    }
    List<Expression> factors = new ArrayList<>();
    factors.add(terms.factor());
    while (true) {
      cursor.blanks();
      String name = cursor.peek() == '\\' ? cursor.command() : cursor.letters();
      if (FUNCTIONS.contains(name) || cursor.peek() == '(' || !terms.juxtaposed(factors.getLast())) {
        break;
      }
      factors.add(terms.factor());
    }
    return List.of(factors.size() == 1 ? factors.getFirst() : new Expression.Product(factors));
  }
}
