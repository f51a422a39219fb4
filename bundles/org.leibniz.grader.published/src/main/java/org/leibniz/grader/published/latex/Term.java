package org.leibniz.grader.published.latex;

import java.util.List;

/**
 * An expression as sympy holds it when nothing is evaluated: {@code equals} is sympy's structural equality, so the order of
 * operands counts ({@code 2x} is not {@code x \cdot 2}).
 */
public sealed interface Term {
  record Number(Rational value) implements Term {}

  record Symbol(String name) implements Term {}

  /** {@code pi}, {@code E}, {@code oo}, {@code -oo}, {@code EmptySet}. */
  record Constant(String name) implements Term {}

  record Sum(List<Term> terms) implements Term {}

  record Product(List<Term> factors) implements Term {}

  record Power(Term base, Term exponent) implements Term {}

  /** An application of a function sympy knows, by sympy's name. */
  record Function(String name, List<Term> arguments) implements Term {}

  /** An application of an unknown function, such as {@code f(x)}. */
  record Application(String name, List<Term> arguments) implements Term {}

  /** {@code operator} as Python prints it, or {@code Eq} and {@code Ne}. */
  record Relation(String operator, Term left, Term right) implements Term {}

  record Matrix(List<List<Term>> rows) implements Term {}

  /** A list of expressions; no operation takes one. */
  record Sequence(List<Term> elements) implements Term {}
}
