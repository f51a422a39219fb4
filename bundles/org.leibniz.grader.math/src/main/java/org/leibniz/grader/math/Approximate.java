package org.leibniz.grader.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.grader.math.Expression.Application;
import org.leibniz.grader.math.Expression.Based;
import org.leibniz.grader.math.Expression.Constant;
import org.leibniz.grader.math.Expression.Numeral;
import org.leibniz.grader.math.Expression.Power;
import org.leibniz.grader.math.Expression.Product;
import org.leibniz.grader.math.Expression.Quantity;
import org.leibniz.grader.math.Expression.Quotient;
import org.leibniz.grader.math.Expression.Ratio;
import org.leibniz.grader.math.Expression.Sum;
import org.leibniz.grader.math.Expression.Symbol;

/** The value of an expression to about fifty digits. Throws {@link OverBudget} where it has none. */
final class Approximate {
  private final Map<String, Rational> variables;

  Approximate(Map<String, Rational> variables) {
    this.variables = variables;
  }

  Complex value(Expression expression) {
    return switch (expression) {
      case Numeral numeral -> Complex.of(numeral.value());
      case Symbol(String name) -> {
        Rational value = variables.get(name);
        if (value == null) {
          throw new OverBudget("the variable " + name);
        }
        yield Complex.of(value);
      }
      case Constant constant ->
          switch (constant) {
            case PI -> Complex.real(HighPrecision.PI.round(HighPrecision.DIGITS));
            case E -> Complex.real(HighPrecision.exponential(BigDecimal.ONE));
            case I -> Complex.I;
            case INFINITY -> throw new OverBudget("infinity");
          };
      case Sum(List<Expression> terms) -> {
        Complex sum = Complex.ZERO;
        BigDecimal largest = BigDecimal.ZERO;
        for (Expression term : terms) {
          Complex value = value(term);
          largest = largest.max(value.modulus());
          sum = sum.plus(value);
        }
        // What cancellation leaves below the precision of the terms is zero.
        yield sum.modulus().compareTo(largest.movePointLeft(44)) < 0 ? Complex.ZERO : sum;
      }
      case Product(List<Expression> factors) -> {
        Complex product = Complex.ONE;
        for (Expression factor : factors) {
          product = product.times(value(factor));
        }
        yield product;
      }
      case Quotient(Expression top, Expression bottom) -> value(top).over(value(bottom));
      case Ratio(List<Expression> parts) -> {
        if (parts.size() != 2) {
          throw new OverBudget("a ratio of " + parts.size());
        }
        yield value(parts.get(0)).over(value(parts.get(1)));
      }
      case Power(Expression base, Expression exponent) -> power(base, exponent);
      case Quantity(Expression value, String unit) -> {
        Complex number = value(value);
        yield switch (unit) {
          case "%" -> number.over(Complex.of(Rational.of(100)));
          case "degree" -> number.times(value(Constant.PI)).over(Complex.of(Rational.of(180)));
          default -> number;
        };
      }
      case Based based -> Complex.of(Exact.value(based, Map.of()).orElseThrow());
      case Application(String function, List<Expression> arguments) -> application(function, arguments);
      case Expression.PlusMinus c -> throw new OverBudget("two values");
      case Expression.Sequence c -> throw new OverBudget("several values");
      case Expression.Bracket c -> throw new OverBudget("several values");
      case Expression.Union c -> throw new OverBudget("a set");
      case Expression.Matrix c -> throw new OverBudget("a matrix");
      case Expression.Relation c -> throw new OverBudget("a relation");
      case Expression.Clock c -> throw new OverBudget("a time");
      case Expression.Words c -> throw new OverBudget("words");
    };
  }

  private Complex power(Expression base, Expression exponent) {
    if (base == Constant.E) {
      return value(exponent).exponential();
    }
    Optional<Rational> fraction = Exact.value(exponent, variables);
    Complex value = value(base);
    if (fraction.isPresent() && !fraction.get().isInteger()) {
      if (value.isReal() && value.re().signum() < 0 && fraction.get().denominator().testBit(0)) {
        Complex size = value.negate().power(Complex.of(fraction.get()));
        return fraction.get().numerator().testBit(0) ? size.negate() : size;
      }
      if (fraction.get().denominator().equals(BigInteger.TWO)) {
        return value.squareRoot().power(Complex.of(Rational.of(fraction.get().numerator(), BigInteger.ONE)));
      }
    }
    return value.power(value(exponent));
  }

  private Complex application(String function, List<Expression> arguments) {
    Complex x = value(arguments.getFirst());
    if (arguments.size() == 2) {
      return switch (function) {
        case "log" -> x.naturalLog().over(value(arguments.get(1)).naturalLog());
        case "root" -> power(arguments.get(0), new Quotient(Numeral.of(1), arguments.get(1)));
        case "max" -> larger(x, value(arguments.get(1)));
        case "min" -> larger(x.negate(), value(arguments.get(1)).negate()).negate();
        default -> unknown(function, arguments);
      };
    }
    if (arguments.size() != 1) {
      return unknown(function, arguments);
    }
    return switch (function) {
      case "sqrt" -> x.squareRoot();
      case "sin" -> x.sine();
      case "cos" -> x.cosine();
      case "tan" -> x.sine().over(x.cosine());
      case "cot" -> x.cosine().over(x.sine());
      case "sec" -> Complex.ONE.over(x.cosine());
      case "csc" -> Complex.ONE.over(x.sine());
      case "arcsin" -> x.arcSine();
      case "arccos" -> Complex.real(HighPrecision.PI.divide(BigDecimal.TWO, HighPrecision.DIGITS)).minus(x.arcSine());
      case "arctan" -> x.arcTangent();
      case "sinh" -> x.exponential().minus(x.negate().exponential()).over(Complex.of(Rational.of(2)));
      case "cosh" -> x.exponential().plus(x.negate().exponential()).over(Complex.of(Rational.of(2)));
      case "tanh" -> {
        Complex up = x.exponential();
        Complex down = x.negate().exponential();
        yield up.minus(down).over(up.plus(down));
      }
      case "ln" -> x.naturalLog();
      case "log" -> x.naturalLog().over(Complex.of(Rational.of(10)).naturalLog());
      case "exp" -> x.exponential();
      case "abs" -> Complex.real(x.modulus());
      case "floor" -> Complex.real(real(x).setScale(0, RoundingMode.FLOOR));
      case "ceil" -> Complex.real(real(x).setScale(0, RoundingMode.CEILING));
      case "factorial" -> Complex.of(Exact.value(new Application(function, arguments), variables).orElseThrow(() -> new OverBudget("a factorial")));
      default -> unknown(function, arguments);
    };
  }

  private static Complex larger(Complex a, Complex b) {
    return real(a).compareTo(real(b)) >= 0 ? a : b;
  }

  private static BigDecimal real(Complex value) {
    if (!value.isReal()) {
      throw new OverBudget("the order of complex numbers");
    }
    return value.re();
  }

  /** A function that is not known: a polynomial that its name seeds, so that equal arguments give equal values. */
  private Complex unknown(String function, List<Expression> arguments) {
    Complex sum = Complex.of(Probe.point("(" + function + ")", 1));
    int k = 2;
    for (Expression argument : arguments) {
      Complex x = value(argument);
      Complex line = x.times(Complex.of(Probe.point(function, k++)));
      sum = sum.plus(line).plus(x.times(x).times(Complex.of(Probe.point(function, k++))));
    }
    return sum;
  }
}
