package org.leibniz.grader.published.latex;

import java.math.BigInteger;
import java.util.List;
import org.leibniz.grader.published.latex.Value.Real;
import org.leibniz.grader.published.latex.Value.Truth;
import org.leibniz.grader.published.latex.Value.Whole;

/**
 * What {@code eval(str(expression))} gives in Python with {@code from math import *}: sympy's names that Python's {@code
 * math} does not know ({@code E}, {@code oo}, {@code Abs}, {@code ceiling}, {@code sec}, …) are refused, whole numbers and
 * floats stay apart, and a division gives a float.
 */
public final class Evaluation {
  private static final BigInteger MAX_FACTORIAL = BigInteger.valueOf(5000);

  /** What a name stands for; refuses names that stand for nothing. */
  @FunctionalInterface
  public interface Names {
    Value of(String name);
  }

  private final Names names;

  /** An evaluation that knows names besides those of Python's {@code math}. */
  public Evaluation(Names names) {
    this.names = names;
  }

  /** An evaluation that knows no further names. */
  public Evaluation() {
    this(
        name -> {
          throw unknown(name);
        });
  }

  /** The value, or {@link Rejected} where Python raises an exception. */
  public Value of(Term term) {
    return switch (term) {
      case Term.Number(Rational value) ->
          value.isInteger() ? new Whole(value.numerator()) : new Real(value.toDouble());
      case Term.Symbol(String name) -> symbol(name);
      case Term.Constant(String name) -> {
        if (name.equals("pi")) {
          yield new Real(Math.PI);
        }
        throw unknown(name);
      }
      case Term.Sum(List<Term> terms) -> {
        Value sum = of(terms.getFirst());
        for (Term next : terms.subList(1, terms.size())) {
          sum = Arithmetic.add(sum, of(next));
        }
        yield sum;
      }
      case Term.Product(List<Term> factors) -> product(factors);
      case Term.Power power -> power(power);
      case Term.Function(String name, List<Term> arguments) ->
          MathModule.call(name, arguments.stream().map(this::of).toList());
      case Term.Relation relation -> relation(relation);
      case Term.Application(String name, List<Term> arguments) -> throw unknown(name);
      case Term.Matrix matrix -> throw unknown("Matrix");
      case Term.Sequence list -> throw Rejected.because("a list has no numeric value");
    };
  }

  private Value symbol(String name) {
    return name.equals("tau") ? new Real(2 * Math.PI) : names.of(name);
  }

  /** Factors with negative exponents are printed behind a fraction bar. */
  private Value product(List<Term> factors) {
    Value top = new Whole(BigInteger.ONE);
    Value bottom = null;
    for (Term factor : factors) {
      if (factor instanceof Term.Power(Term base, Term.Number(Rational exponent)) && exponent.signum() < 0) {
        Value value = exponent.equals(Rational.MINUS_ONE) ? of(base) : power(base, new Term.Number(exponent.negate()));
        bottom = bottom == null ? value : Arithmetic.multiply(bottom, value);
      } else {
        top = Arithmetic.multiply(top, of(factor));
      }
    }
    return bottom == null ? top : Arithmetic.divide(top, bottom);
  }

  private Value power(Term.Power power) {
    if (power.exponent() instanceof Term.Number(Rational exponent)) {
      if (exponent.equals(Rational.MINUS_ONE)) {
        return Arithmetic.divide(new Whole(BigInteger.ONE), of(power.base()));
      }
      if (exponent.equals(Rational.HALF.negate())) {
        return Arithmetic.divide(new Whole(BigInteger.ONE), MathModule.call("sqrt", List.of(of(power.base()))));
      }
    }
    return power(power.base(), power.exponent());
  }

  private Value power(Term base, Term exponent) {
    if (exponent instanceof Term.Number(Rational value) && value.equals(Rational.HALF)) {
      return MathModule.call("sqrt", List.of(of(base)));
    }
    return Arithmetic.power(of(base), of(exponent));
  }

  private Value relation(Term.Relation relation) {
    if (!List.of("<", "<=", ">", ">=").contains(relation.operator())) {
      throw unknown(relation.operator());
    }
    double left = Arithmetic.real(of(relation.left()));
    double right = Arithmetic.real(of(relation.right()));
    return new Truth(
        switch (relation.operator()) {
          case "<" -> left < right;
          case "<=" -> left <= right;
          case ">" -> left > right;
          default -> left >= right;
        });
  }

  /** Bounded, because the original would be busy for minutes. */
  static Value factorial(Value value) {
    BigInteger n = Arithmetic.whole(value);
    if (n.signum() < 0) {
      throw Rejected.because("the factorial of a negative number");
    }
    if (n.compareTo(MAX_FACTORIAL) > 0) {
      throw Rejected.budget("the factorial of " + n.bitLength() + " bits");
    }
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= n.intValueExact(); i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return new Whole(product);
  }

  /** The refusal of a name that Python does not know. */
  public static Rejected unknown(String name) {
    return Rejected.because("'" + (name.length() > 20 ? name.substring(0, 20) + "…" : name) + "' has no numeric value");
  }
}
