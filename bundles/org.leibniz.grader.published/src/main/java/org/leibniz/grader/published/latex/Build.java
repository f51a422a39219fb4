package org.leibniz.grader.published.latex;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.leibniz.grader.published.latex.Term.Constant;
import org.leibniz.grader.published.latex.Term.Matrix;
import org.leibniz.grader.published.latex.Term.Number;
import org.leibniz.grader.published.latex.Term.Power;
import org.leibniz.grader.published.latex.Term.Product;
import org.leibniz.grader.published.latex.Term.Sequence;
import org.leibniz.grader.published.latex.Term.Sum;

/** Puts expressions together without evaluating them; what latex2sympy2 evaluates all the same is evaluated. */
final class Build {
  static final Constant E = new Constant("E");
  static final Constant INFINITY = new Constant("oo");
  private static final Constant MINUS_INFINITY = new Constant("-oo");
  static final Number MINUS_ONE = new Number(Rational.MINUS_ONE);

  private Build() {}

  static Number number(long value) {
    return new Number(Rational.of(value));
  }

  static Term sum(Term left, Term right) {
    if (isMatrix(left) || isMatrix(right)) {
      return new Term.Function("MatAdd", flat(left, right, t -> operands(t, "MatAdd")));
    }
    return new Sum(flat(operand(left), operand(right), t -> t instanceof Sum sum ? sum.terms() : List.of(t)));
  }

  static Term difference(Term left, Term right) {
    operand(left);
    operand(right);
    if (isMatrix(left) || isMatrix(right)) {
      return sum(left, product(MINUS_ONE, right));
    }
    return sum(left, negative(right));
  }

  static Term product(Term left, Term right) {
    if (isMatrix(left) || isMatrix(right)) {
      return new Term.Function("MatMul", flat(operand(left), operand(right), t -> operands(t, "MatMul")));
    }
    return new Product(flat(operand(left), operand(right), t -> t instanceof Product p ? p.factors() : List.of(t)));
  }

  static Term quotient(Term left, Term right) {
    Term inverse = new Power(operand(right), MINUS_ONE);
    if (isMatrix(left) || isMatrix(right)) {
      return new Term.Function("MatMul", List.of(operand(left), inverse));
    }
    return new Product(List.of(operand(left), inverse));
  }

  static Term negative(Term term) {
    if (isMatrix(operand(term))) {
      throw Rejected.because("a matrix behind a sign");
    }
    return switch (term) {
      case Number number -> new Number(number.value().negate());
      case Constant constant when constant.equals(INFINITY) -> MINUS_INFINITY;
      case Constant constant when constant.equals(MINUS_INFINITY) -> INFINITY;
      default -> product(MINUS_ONE, term);
    };
  }

  static Term power(Term base, Term exponent) {
    return new Power(operand(base), operand(exponent));
  }

  /** {@code \sqrt[root]{base}}; the root's inverse is evaluated where it is a number. */
  static Term root(Term base, Term root) {
    Term exponent =
        operand(root) instanceof Number number ? new Number(number.value().inverse()) : new Power(root, MINUS_ONE);
    return new Power(operand(base), exponent);
  }

  static Term function(String name, Term argument) {
    return new Term.Function(name, List.of(operand(argument)));
  }

  /** sympy evaluates the exponential function at once. */
  static Term exponential(Term argument) {
    return switch (operand(argument)) {
      case Number number when number.value().signum() == 0 -> number(1);
      case Number number when number.value().equals(Rational.ONE) -> E;
      case Constant constant when constant.equals(INFINITY) -> INFINITY;
      case Constant constant when constant.equals(MINUS_INFINITY) -> number(0);
      case Term.Function function when function.name().equals("log") -> function.arguments().getFirst();
      default -> function("exp", argument);
    };
  }

  /** sympy evaluates a binomial coefficient of small whole numbers at once. */
  static Term binomial(Term n, Term k) {
    if (operand(n) instanceof Number top
        && operand(k) instanceof Number bottom
        && top.value().isInteger()
        && bottom.value().isInteger()
        && top.value().signum() >= 0
        && top.value().numerator().bitLength() < 12) {
      return new Number(new Rational(choose(top.value(), bottom.value()), BigInteger.ONE));
    }
    return new Term.Function("binomial", List.of(n, k));
  }

  private static BigInteger choose(Rational n, Rational k) {
    if (k.signum() < 0 || k.numerator().compareTo(n.numerator()) > 0) {
      return BigInteger.ZERO;
    }
    BigInteger result = BigInteger.ONE;
    int top = n.numerator().intValueExact();
    for (int i = 1; i <= k.numerator().intValueExact(); i++) {
      result = result.multiply(BigInteger.valueOf(top - i + 1)).divide(BigInteger.valueOf(i));
    }
    return result;
  }

  /** Refuses lists, which no operation takes. */
  static Term operand(Term term) {
    if (term instanceof Sequence) {
      throw Rejected.because("a list inside an expression");
    }
    return term;
  }

  static boolean isMatrix(Term term) {
    return term instanceof Matrix
        || term instanceof Term.Function function && (function.name().equals("MatMul") || function.name().equals("MatAdd"));
  }

  private static List<Term> operands(Term term, String operation) {
    return term instanceof Term.Function function && function.name().equals(operation)
        ? function.arguments()
        : List.of(term);
  }

  private static List<Term> flat(Term left, Term right, Function<Term, List<Term>> operands) {
    List<Term> all = new ArrayList<>(operands.apply(left));
    all.addAll(operands.apply(right));
    return List.copyOf(all);
  }
}
