package org.leibniz.grader.math;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads numerals: thousands separators, decimal point or comma, repeating decimals, exponents, other bases. */
final class NumeralReader {
  /** What a comma between digits is. */
  enum Comma {
    THOUSANDS,
    DECIMAL,
    SEPARATOR
  }

  private static final int MAX_DIGITS = 2000;

  private final Cursor cursor;
  private final Comma comma;

  NumeralReader(Cursor cursor, Comma comma) {
    this.cursor = cursor;
    this.comma = comma;
  }

  boolean here() {
    return Cursor.isDigit(cursor.peek()) || cursor.peek() == '.' && Cursor.isDigit(cursor.peek(1));
  }

  Expression read() {
    StringBuilder digits = new StringBuilder();
    digits(digits);
    if (comma == Comma.THOUSANDS && digits.length() <= 3 && !digits.isEmpty() && !digits.toString().equals("0")) {
      while (group()) {
        cursor.skip(1);
        digits(digits);
      }
    }
    int whole = digits.length();
    boolean point = cursor.peek() == '.' || comma == Comma.DECIMAL && cursor.peek() == ',' && Cursor.isDigit(cursor.peek(1));
    if (point) {
      cursor.skip(1);
      digits(digits);
      if (repeats()) {
        return repeating(digits, whole);
      }
    }
    int decimals = digits.length() - whole;
    if (!point && cursor.peek() == '_') {
      return based(digits.toString());
    }
    BigDecimal value = new BigDecimal(new BigInteger(digits.toString()), decimals).scaleByPowerOfTen(exponent());
    int significant = digits.toString().replaceFirst("^0+", "").length();
    return new Expression.Numeral(Rational.of(value), decimals > 0 ? Math.max(1, significant) : 0, decimals);
  }

  private void digits(StringBuilder into) {
    while (Cursor.isDigit(cursor.peek())) {
      into.append(cursor.peek());
      cursor.skip(1);
      if (into.length() > MAX_DIGITS) {
        throw new OverBudget("more than " + MAX_DIGITS + " digits");
      }
    }
  }

  /** A comma and exactly three digits. */
  private boolean group() {
    return cursor.peek() == ','
        && Cursor.isDigit(cursor.peek(1))
        && Cursor.isDigit(cursor.peek(2))
        && Cursor.isDigit(cursor.peek(3))
        && !Cursor.isDigit(cursor.peek(4));
  }

  private boolean repeats() {
    return cursor.looking("\\overline{") || cursor.looking("\\bar{") || cursor.looking("\\dot{");
  }

  private Expression repeating(StringBuilder digits, int whole) {
    cursor.skip(1 + cursor.command().length());
    String period = cursor.braced();
    if (period.isEmpty() || period.length() > 50 || !period.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new Unreadable("a period of a decimal");
    }
    int decimals = digits.length() - whole;
    Rational fixed = Rational.of(new BigDecimal(new BigInteger("0" + digits), decimals));
    BigInteger nines = BigInteger.TEN.pow(period.length()).subtract(BigInteger.ONE);
    Rational tail = Rational.of(new BigInteger(period), nines.multiply(BigInteger.TEN.pow(decimals)));
    return new Expression.Numeral(fixed.plus(tail), 0, 0);
  }

  private Expression based(String digits) {
    int before = cursor.at();
    cursor.skip(1);
    String written = cursor.peek() == '{' ? cursor.braced() : run();
    String name = written.replace("\\text", "").replace("{", "").replace("}", "").strip();
    int word = Wording.number(name);
    String base = word < 0 ? name : String.valueOf(word);
    if (base.isEmpty() || base.length() > 2 || !base.chars().allMatch(c -> c >= '0' && c <= '9')) {
      cursor.moveTo(before);
      throw new Unreadable("the base " + written);
    }
    return new Expression.Based(digits, Integer.parseInt(base));
  }

  private String run() {
    StringBuilder digits = new StringBuilder();
    digits(digits);
    return digits.toString();
  }

  /** An exponent of ten as programs write it, {@code e-7}. */
  private int exponent() {
    if (cursor.peek() != 'e' && cursor.peek() != 'E') {
      return 0;
    }
    boolean signed = cursor.peek(1) == '+' || cursor.peek(1) == '-';
    if (!Cursor.isDigit(cursor.peek(signed ? 2 : 1))) {
      return 0;
    }
    boolean negative = cursor.peek(1) == '-';
    cursor.skip(signed ? 2 : 1);
    String digits = run();
    if (digits.length() > 5) {
      throw new OverBudget("an exponent of ten of more than 5 digits");
    }
    return (negative ? -1 : 1) * Integer.parseInt(digits);
  }
}
