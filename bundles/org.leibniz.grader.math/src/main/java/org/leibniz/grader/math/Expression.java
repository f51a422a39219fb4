package org.leibniz.grader.math;

import java.util.List;

/** What an answer says, as a tree. Sealed: whoever takes one apart sees all there is. */
sealed interface Expression {
  /**
   * A numeral.
   *
   * @param digits significant digits written behind a decimal point's presence, 0 for an integer
   * @param decimals digits behind the decimal point
   */
  record Numeral(Rational value, int digits, int decimals) implements Expression {
    static Numeral of(long value) {
      return new Numeral(Rational.of(value), 0, 0);
    }
  }

  /** A variable, with its subscript. */
  record Symbol(String name) implements Expression {}

  /** A constant of mathematics. */
  enum Constant implements Expression {
    PI,
    E,
    I,
    INFINITY
  }

  record Sum(List<Expression> terms) implements Expression {}

  record Product(List<Expression> factors) implements Expression {}

  record Quotient(Expression top, Expression bottom) implements Expression {}

  record Power(Expression base, Expression exponent) implements Expression {}

  /** A function's value; functions that are not known stand for themselves. */
  record Application(String function, List<Expression> arguments) implements Expression {}

  /** {@code left ± right}. */
  record PlusMinus(Expression left, Expression right) implements Expression {}

  /** A numeral in another base, its digits as written. */
  record Based(String digits, int base) implements Expression {}

  /** A value with a unit or other words behind it; {@code %} and {@code °} are units. */
  record Quantity(Expression value, String unit) implements Expression {}

  /** Several values without brackets. */
  record Sequence(List<Expression> items) implements Expression {}

  /** Values in brackets: tuple, interval, list or set; {@code open} is one of {@code ( [ {}. */
  record Bracket(char open, List<Expression> items, char close) implements Expression {}

  record Union(List<Expression> parts) implements Expression {}

  record Matrix(List<List<Expression>> rows) implements Expression {}

  /** A chain of comparisons; {@code operators.get(k)} stands between operands k and k + 1. */
  record Relation(List<Expression> operands, List<String> operators) implements Expression {}

  record Ratio(List<Expression> parts) implements Expression {}

  /** A time of day in minutes; {@code named} with a.m. or p.m. */
  record Clock(int minutes, boolean named) implements Expression {}

  record Words(String text) implements Expression {}

  static Expression negate(Expression value) {
    return value instanceof Numeral(Rational number, int digits, int decimals)
        ? new Numeral(number.negate(), digits, decimals)
        : new Product(List.of(Numeral.of(-1), value));
  }
}
