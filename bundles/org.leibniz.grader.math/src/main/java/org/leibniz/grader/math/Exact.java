package org.leibniz.grader.math;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.grader.math.Expression.Application;
import org.leibniz.grader.math.Expression.Based;
import org.leibniz.grader.math.Expression.Numeral;
import org.leibniz.grader.math.Expression.Power;
import org.leibniz.grader.math.Expression.Product;
import org.leibniz.grader.math.Expression.Quantity;
import org.leibniz.grader.math.Expression.Quotient;
import org.leibniz.grader.math.Expression.Ratio;
import org.leibniz.grader.math.Expression.Sum;
import org.leibniz.grader.math.Expression.Symbol;

/** The exact rational value of an expression, where it has one that arithmetic alone finds. */
final class Exact {
  private Exact() {}

  /** Empty where the value is not rational, or not seen to be; {@link OverBudget} where there is none or it is too large. */
  static Optional<Rational> value(Expression expression, Map<String, Rational> variables) {
    return Optional.ofNullable(evaluate(expression, variables));
  }

  private static Rational evaluate(Expression expression, Map<String, Rational> variables) {
    return switch (expression) {
      case Numeral numeral -> numeral.value();
      case Symbol symbol -> variables.get(symbol.name());
      case Sum(List<Expression> terms) -> {
        Rational sum = Rational.ZERO;
        for (Expression term : terms) {
          Rational value = evaluate(term, variables);
          sum = value == null || sum == null ? null : sum.plus(value);
        }
        yield sum;
      }
      case Product(List<Expression> factors) -> {
        Rational product = Rational.ONE;
        for (Expression factor : factors) {
          Rational value = evaluate(factor, variables);
          product = value == null || product == null ? null : product.times(value);
        }
        yield product;
      }
      case Quotient(Expression top, Expression bottom) -> {
        Rational above = evaluate(top, variables);
        Rational below = evaluate(bottom, variables);
        yield above == null || below == null ? null : above.over(below);
      }
      case Ratio(List<Expression> parts) -> parts.size() == 2 ? evaluate(new Quotient(parts.get(0), parts.get(1)), variables) : null;
      case Power(Expression base, Expression exponent) -> {
        Rational power = evaluate(exponent, variables);
        if (power == null || !power.isInteger()) {
          yield power != null && power.denominator().equals(BigInteger.TWO) ? halfPower(evaluate(base, variables), power) : null;
        }
        Rational value = evaluate(base, variables);
        yield value == null ? null : value.power(power);
      }
      case Quantity(Expression value, String unit) -> {
        Rational number = unit.equals("degree") ? null : evaluate(value, variables);
        yield number != null && unit.equals("%") ? number.over(Rational.of(100)) : number;
      }
      case Based(String digits, int base) -> based(digits, base);
      case Application(String function, List<Expression> arguments) -> application(function, arguments, variables);
      case Expression.Constant c -> null;
      case Expression.PlusMinus c -> null;
      case Expression.Sequence c -> null;
      case Expression.Bracket c -> null;
      case Expression.Union c -> null;
      case Expression.Matrix c -> null;
      case Expression.Relation c -> null;
      case Expression.Clock c -> null;
      case Expression.Words c -> null;
    };
  }

  private static Rational halfPower(Rational base, Rational power) {
    Rational root = base == null ? null : base.squareRoot().orElse(null);
    return root == null ? null : root.power(Rational.of(power.numerator(), BigInteger.ONE));
  }

  private static Rational application(String function, List<Expression> arguments, Map<String, Rational> variables) {
    Rational first = arguments.isEmpty() ? null : evaluate(arguments.getFirst(), variables);
    if (first == null) {
      return null;
    }
    if (arguments.size() == 2 && function.equals("binom")) {
      Rational second = evaluate(arguments.get(1), variables);
      return second == null
          ? null
          : first.factorial().over(second.factorial().times(first.minus(second).factorial()));
    }
    if (arguments.size() != 1) {
      return null;
    }
    return switch (function) {
      case "sqrt" -> first.squareRoot().orElse(null);
      case "factorial" -> first.isInteger() ? first.factorial() : null;
      case "abs" -> first.abs();
      case "floor" -> Rational.of(first.floor(), BigInteger.ONE);
      case "ceil" -> Rational.of(first.negate().floor().negate(), BigInteger.ONE);
      default -> null;
    };
  }

  /** The number that digits in a base write; without meaning where a digit is not below the base. */
  private static Rational based(String digits, int base) {
    if (base < 2 || base > 36 || digits.chars().anyMatch(c -> Character.digit(c, base) < 0)) {
      throw new OverBudget("digits that base " + base + " does not have");
    }
    return Rational.of(new BigInteger(digits, base), BigInteger.ONE);
  }
}
