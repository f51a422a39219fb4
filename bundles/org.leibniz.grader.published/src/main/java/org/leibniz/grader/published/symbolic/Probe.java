package org.leibniz.grader.published.symbolic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.grader.published.latex.Rational;
import org.leibniz.grader.published.latex.Rejected;
import org.leibniz.grader.published.latex.Term;

/** The value of an expression where its symbols have fixed values; refuses what has none. Not thread-safe. */
final class Probe {
  private static final int MAX_FACTORIAL = 170;

  private final double seed;
  private final int sign;
  private final Map<String, Complex> symbols = new HashMap<>();
  private boolean symbolic;

  /** Symbols get values that depend on their names and the seed alone: positive ones for even seeds, negative for odd. */
  Probe(int seed) {
    this.seed = seed;
    sign = seed % 2 == 0 ? 1 : -1;
  }

  /** Whether an evaluated expression held a symbol. */
  boolean isSymbolic() {
    return symbolic;
  }

  Complex of(Term term) {
    return switch (term) {
      case Term.Number(Rational value) ->
          Complex.of(
              new BigDecimal(value.numerator())
                  .divide(new BigDecimal(value.denominator()), MathContext.DECIMAL128)
                  .doubleValue());
      case Term.Symbol(String name) -> symbol(name);
      case Term.Constant(String name) -> constant(name);
      case Term.Sum(List<Term> terms) -> {
        Complex sum = Complex.ZERO;
        for (Term part : terms) {
          sum = sum.plus(of(part));
        }
        yield sum;
      }
      case Term.Product(List<Term> factors) -> {
        Complex product = Complex.ONE;
        for (Term part : factors) {
          product = product.times(of(part));
        }
        yield product;
      }
      case Term.Power(Term base, Term exponent) -> {
        Complex power = of(exponent);
        yield power.equals(Complex.of(-1)) ? of(base).inverse() : of(base).power(power);
      }
      case Term.Function(String name, List<Term> arguments) -> function(name, arguments.stream().map(this::of).toList());
      default -> throw Rejected.because("no number");
    };
  }

  private Complex symbol(String name) {
    symbolic = true;
    return symbols.computeIfAbsent(
        name, n -> Complex.of(sign * (0.6 + 1.7 * fraction(Math.sin(seed * 12.9898 + n.hashCode() % 1009 * 78.233) * 43758.5453))));
  }

  private static double fraction(double value) {
    return value - Math.floor(value);
  }

  private static Complex constant(String name) {
    return switch (name) {
      case "pi" -> Complex.of(Math.PI);
      case "E" -> Complex.of(Math.E);
      case "oo" -> Complex.of(Double.POSITIVE_INFINITY);
      case "-oo" -> Complex.of(Double.NEGATIVE_INFINITY);
      default -> throw Rejected.because("no number");
    };
  }

  private static Complex function(String name, List<Complex> arguments) {
    Complex x = arguments.getFirst();
    if (name.equals("log")) {
      return arguments.size() == 1 ? x.log() : x.log().times(arguments.get(1).log().inverse());
    }
    if (name.equals("exp")) {
      return x.exp();
    }
    if (name.equals("Abs") || name.equals("abs")) {
      return Complex.of(x.abs());
    }
    if (name.equals("unevaluated")) {
      return x;
    }
    double value = real(x);
    return Complex.of(
        switch (name) {
          case "sin" -> Math.sin(value);
          case "cos" -> Math.cos(value);
          case "tan" -> Math.tan(value);
          case "sec" -> 1 / Math.cos(value);
          case "csc" -> 1 / Math.sin(value);
          case "cot" -> 1 / Math.tan(value);
          case "asin" -> Math.asin(value);
          case "acos" -> Math.acos(value);
          case "atan" -> Math.atan(value);
          case "sinh" -> Math.sinh(value);
          case "cosh" -> Math.cosh(value);
          case "tanh" -> Math.tanh(value);
          case "floor" -> Math.floor(value);
          case "ceiling" -> Math.ceil(value);
          case "factorial" -> factorial(value);
          case "binomial" -> factorial(value) / factorial(real(arguments.get(1))) / factorial(value - real(arguments.get(1)));
          default -> throw Rejected.because("an unknown function");
        });
  }

  private static double factorial(double value) {
    if (value < 0 || value != Math.rint(value) || value > MAX_FACTORIAL) {
      throw Rejected.because("a factorial without a value");
    }
    double product = 1;
    for (int i = 2; i <= value; i++) {
      product *= i;
    }
    return product;
  }

  private static double real(Complex x) {
    if (!x.isReal()) {
      throw Rejected.because("a real number is needed");
    }
    return x.re();
  }
}
