package org.leibniz.grader.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.leibniz.grader.math.NumeralReader.Comma;

/** Reads sums, products and powers, with a unit or other words behind them. */
final class TermReader {
  private static final Set<String> RELATIONS =
      Set.of("le", "ge", "ne", "approx", "in", "equiv", "to", "cup", "text", "pm", "mp", "vee", "lor", "wedge", "land", "end",
          "ldots", "dots", "cdots", "cap", "setminus", "forall", "sim", "Rightarrow", "implies", "circ", "rfloor", "rceil",
          "choose");
  private static final Set<String> ORDINALS = Set.of("th", "st", "nd", "rd");
  private static final Map<String, Long> MAGNITUDES =
      Map.of("dozen", 12L, "hundred", 100L, "thousand", 1000L, "million", 1_000_000L, "billion", 1_000_000_000L, "trillion", 1_000_000_000_000L);

  private final Cursor cursor;
  private final NumeralReader numerals;
  private final AtomReader atoms;

  TermReader(Cursor cursor, Comma comma, Supplier<Expression> list) {
    this.cursor = cursor;
    numerals = new NumeralReader(cursor, comma);
    atoms = new AtomReader(cursor, numerals, list, this);
  }

  /** A sum and the words behind it. */
  Expression measured() {
    cursor.blanks();
    if (wordsHere()) {
      return Wording.value(phrase());
    }
    Expression value = sum();
    if (!wordsHere()) {
      return value;
    }
    int before = cursor.at();
    String unit = phrase();
    if (unit.isEmpty()) {
      cursor.moveTo(before);
      return value;
    }
    Long magnitude = MAGNITUDES.get(unit.split("[ {]", 2)[0]);
    if (magnitude != null) {
      return new Expression.Product(List.of(value, Expression.Numeral.of(magnitude)));
    }
    return new Expression.Quantity(value, unit);
  }

  /** Words that are neither a product of letters nor a connective begin here. */
  boolean wordsHere() {
    cursor.blanks();
    if (cursor.command().equals("text")) {
      int before = cursor.at();
      cursor.skip(5);
      cursor.blanks();
      String inside = cursor.peek() == '{' ? cursor.braced().strip().toLowerCase(Locale.ROOT) : "";
      char next = cursor.peek();
      cursor.moveTo(before);
      if (next == '\0' && afterNumber() && Units.isUnit(inside)) {
        return true; // "min" and "sec" are functions too, but not at the end
      }
      boolean letter = inside.length() == 1 && Cursor.isLetter(inside.charAt(0)) && (inside.equals("e") || inside.equals("i"));
      return !inside.equals("and") && !inside.equals("or") && !letter && next != '_' && !AtomReader.FUNCTIONS.contains(inside);
    }
    if (cursor.peek() == '{' || cursor.peek() == '/') {
      int before = cursor.at();
      cursor.skip(1);
      cursor.blanks();
      if (cursor.text().charAt(before) == '{' && cursor.command().equals("text")) {
        boolean inner = wordsHere();
        cursor.moveTo(before);
        return inner;
      }
      String run = cursor.letters();
      boolean words = cursor.peek() == '/' && Cursor.isLetter(cursor.peek(1)) || isWord(run);
      cursor.skip(run.length());
      words |= (run.length() > 1 || Units.of(run).isPresent()) && cursor.peek() == '}' && !AtomReader.isMathematics(run) && !isConnective(run)
          && cursor.text().charAt(before) == '{' && before > 0 && Cursor.isDigit(cursor.text().charAt(before - 1));
      cursor.moveTo(before);
      return words;
    }
    return isWord(cursor.letters());
  }

  /** Whether a number and a blank stand in front. */
  private boolean afterNumber() {
    int at = cursor.at();
    return at > 1 && cursor.text().charAt(at - 1) == ' ' && Cursor.isDigit(cursor.text().charAt(at - 2));
  }

  private boolean isWord(String letters) {
    String lower = letters.toLowerCase(Locale.ROOT);
    if (afterNumber() && Units.isUnit(lower) && cursor.at() + letters.length() == cursor.text().length()) {
      return true;
    }
    if (letters.length() > 2 && !lower.equals("and") && !AtomReader.isMathematics(lower) && afterNumber()) {
      return true;
    }
    if (letters.length() < 2 || lower.equals("and") || lower.equals("or") || AtomReader.isMathematics(lower)) {
      return false;
    }
    return letters.length() >= 4 || ORDINALS.contains(lower) || Units.isUnit(lower) || MAGNITUDES.containsKey(lower);
  }

  /** Everything up to a separator, without text commands and braces. */
  private String phrase() {
    StringBuilder words = new StringBuilder();
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      if (",;=<>()[]:&|".indexOf(c) >= 0 || c == '}' && words.isEmpty()) {
        break;
      }
      if (c == '\\') {
        if (!cursor.command().equals("text")) {
          break;
        }
        int before = cursor.at();
        cursor.skip(5);
        cursor.blanks();
        if (cursor.peek() != '{') {
          throw new Unreadable("a text without braces");
        }
        String inside = cursor.braced();
        String bare = inside.strip();
        if (bare.equals("and") || bare.equals("or")) {
          cursor.moveTo(before);
          break;
        }
        words.append(inside);
      } else if (c == '{' ) {
        words.append(cursor.braced());
      } else if (Cursor.isLetter(c)) {
        String word = cursor.letters();
        if (word.equals("and") || word.equals("or")) {
          break;
        }
        words.append(word);
        cursor.skip(word.length());
      } else if (c == '}') {
        break;
      } else {
        words.append(c);
        cursor.skip(1);
      }
    }
    String all = words.toString().strip().toLowerCase(Locale.ROOT);
    String withoutPowers = all.replace("^2", "").replace("^3", "");
    if (withoutPowers.chars().anyMatch(ch -> ch >= '0' && ch <= '9')) {
      throw new Unreadable("numbers in words");
    }
    return all;
  }

  Expression sum() {
    cursor.enter();
    cursor.blanks();
    List<Expression> terms = new ArrayList<>();
    Expression first = signed();
    terms.add(first);
    while (true) {
      cursor.blanks();
      char c = cursor.peek();
      if (c == '+' || c == '-') {
        cursor.skip(1);
        cursor.node();
        Expression term = product();
        terms.add(c == '+' ? term : Expression.negate(term));
      } else if (cursor.command().equals("pm") || cursor.command().equals("mp")) {
        cursor.skip(3);
        Expression left = terms.size() == 1 ? terms.getFirst() : new Expression.Sum(List.copyOf(terms));
        terms = new ArrayList<>(List.of(new Expression.PlusMinus(left, product())));
      } else {
        break;
      }
    }
    cursor.leave();
    return terms.size() == 1 ? terms.getFirst() : new Expression.Sum(terms);
  }

  private Expression signed() {
    cursor.blanks();
    if (cursor.peek() == '-') {
      cursor.skip(1);
      cursor.enter();
      Expression value = Expression.negate(signed());
      cursor.leave();
      return value;
    }
    if (cursor.peek() == '+') {
      cursor.skip(1);
      return product();
    }
    if (cursor.command().equals("pm") || cursor.command().equals("mp")) {
      cursor.skip(3);
      return new Expression.PlusMinus(Expression.Numeral.of(0), product());
    }
    return product();
  }

  private Expression product() {
    Expression all = factor();
    while (true) {
      cursor.blanks();
      char c = cursor.peek();
      if (c == '*') {
        cursor.skip(1);
        all = times(all, unary());
      } else if (c == '/' && !Cursor.isLetter(cursor.peek(1)) || c == '/' && !wordsHere()) {
        cursor.skip(1);
        all = divided(all, unary());
      } else if (juxtaposed(all)) {
        all = times(all, factor());
      } else {
        return all;
      }
    }
  }

  /** A whole number in front of a fraction below one is a mixed number. */
  private static Expression divided(Expression top, Expression bottom) {
    return new Expression.Quotient(top, bottom);
  }

  private Expression unary() {
    cursor.blanks();
    if (cursor.peek() == '-') {
      cursor.skip(1);
      return Expression.negate(factor());
    }
    return factor();
  }

  private Expression times(Expression left, Expression right) {
    cursor.node();
    if (left instanceof Expression.Product(List<Expression> factors)) {
      List<Expression> more = new ArrayList<>(factors);
      more.add(right);
      return new Expression.Product(more);
    }
    return new Expression.Product(List.of(left, right));
  }

  /** Whether a factor follows without a sign. */
  boolean juxtaposed(Expression before) {
    char c = cursor.peek();
    if (Cursor.isLetter(c)) {
      return !wordsHere() && !isConnective(cursor.letters());
    }
    if (c == '(') {
      return true;
    }
    if (c == '{') {
      return !wordsHere() && !cursor.looking("{and}") && !cursor.looking("{or}");
    }
    if (c == '\\') {
      String name = cursor.command();
      return !name.isEmpty() && (!RELATIONS.contains(name) || name.equals("text") && !wordsHere() && !atConnective());
    }
    return numerals.here() && !(before instanceof Expression.Numeral) && !(before instanceof Expression.Quantity)
        && cursor.at() > 0 && cursor.text().charAt(cursor.at() - 1) != ' ';
  }

  private boolean atConnective() {
    int before = cursor.at();
    cursor.skip(5);
    cursor.blanks();
    String inside = cursor.peek() == '{' ? cursor.braced().strip() : "";
    cursor.moveTo(before);
    return inside.isEmpty() || isConnective(inside);
  }

  static boolean isConnective(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.equals("and") || lower.equals("or") || word.length() > 2 && word.startsWith("or") && Character.isUpperCase(word.charAt(2));
  }

  /** A number, with the fraction or root that follows it, and nothing of the words behind. */
  Expression number() {
    Expression value = factor();
    while (cursor.looking("\\frac") || cursor.looking("\\sqrt") || cursor.looking("\\pi")) {
      value = times(value, factor());
    }
    if (cursor.peek() == '/' && Cursor.isDigit(cursor.peek(1))) {
      cursor.skip(1);
      value = divided(value, factor());
    }
    return value;
  }

  /** An atom with its powers, factorials, percent and degree signs. */
  Expression factor() {
    cursor.enter();
    cursor.node();
    Expression value = mixed(atoms.atom());
    boolean more = true;
    while (more) {
      int before = cursor.at();
      cursor.blanks();
      char c = cursor.peek();
      if (c == '^') {
        value = raised(value);
      } else if (c == '!' ) {
        cursor.skip(1);
        value = new Expression.Application("factorial", List.of(value));
      } else if (c == '%') {
        cursor.skip(1);
        value = new Expression.Quantity(value, "%");
      } else if (c == '\'' && value instanceof Expression.Symbol(String name)) {
        cursor.skip(1);
        value = new Expression.Symbol(name + "'");
      } else {
        cursor.moveTo(before);
        more = false;
      }
    }
    cursor.leave();
    return value;
  }

  private Expression raised(Expression value) {
    cursor.skip(1);
    cursor.blanks();
    if (cursor.looking("\\circ") || cursor.looking("{\\circ}") || cursor.looking("{ \\circ }") || cursor.looking("{\\circ }")) {
      if (cursor.peek() == '{') {
        cursor.braced();
      } else {
        cursor.skip(5);
      }
      return new Expression.Quantity(value, "degree");
    }
    if (cursor.looking("{\\text{") || cursor.looking("\\text{") || cursor.looking("{th}") || cursor.looking("{st}")) {
      return new Expression.Quantity(value, ordinal());
    }
    return new Expression.Power(value, atoms.exponent());
  }

  /** What makes a number an ordinal. */
  private String ordinal() {
    if (cursor.peek() == '\\') {
      cursor.skip(5);
    }
    String word = cursor.braced().replace("\\text", "").replace("{", "").replace("}", "").strip();
    if (!ORDINALS.contains(word)) {
      throw new Unreadable("words as an exponent");
    }
    return word;
  }

  /** {@code 5\frac{1}{2}} and {@code 5 1/2}. */
  private Expression mixed(Expression whole) {
    if (!(whole instanceof Expression.Numeral(Rational number, int digits, int decimals)) || !number.isInteger() || decimals > 0) {
      return whole;
    }
    int before = cursor.at();
    cursor.blanks();
    try {
      Expression part = null;
      if (cursor.looking("\\frac")) {
        part = atoms.atom();
      } else if (cursor.at() > before && numerals.here()) {
        Expression top = numerals.read();
        cursor.blanks();
        if (cursor.peek() == '/' && Cursor.isDigit(cursor.peek(1))) {
          cursor.skip(1);
          part = new Expression.Quotient(top, numerals.read());
        }
      }
      if (part instanceof Expression.Quotient(
              Expression.Numeral(Rational top, int topDigits, int topDecimals),
              Expression.Numeral(Rational bottom, int bottomDigits, int bottomDecimals))
          && topDecimals + bottomDecimals == 0
          && bottom.compareTo(top) > 0
          && top.compareTo(Rational.ZERO) > 0) {
        return new Expression.Numeral(number.plus(top.over(bottom)), 0, 0);
      }
    } catch (Unreadable e) {
      cursor.moveTo(before);
      return whole;
    }
    cursor.moveTo(before);
    return whole;
  }
}
