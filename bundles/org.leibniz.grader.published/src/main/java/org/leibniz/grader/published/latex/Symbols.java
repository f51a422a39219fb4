package org.leibniz.grader.published.latex;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where symbols stand in an expression. */
public final class Symbols {
  private Symbols() {}

  public static boolean isIn(Term term) {
    return term instanceof Term.Symbol || parts(term).anyMatch(Symbols::isIn);
  }

  public static boolean contains(Term term, String name) {
    return term instanceof Term.Symbol(String own) && own.equals(name)
        || parts(term).anyMatch(part -> contains(part, name));
  }

  /** Whether a symbol stands inside a function as Python prints it; a root is one, other powers are not. */
  public static boolean isInsideFunction(Term term) {
    boolean function =
        term instanceof Term.Function
            || term instanceof Term.Power(Term base, Term.Number(Rational exponent))
                && (exponent.equals(Rational.HALF) || exponent.equals(Rational.HALF.negate()));
    return function && isIn(term) || parts(term).anyMatch(Symbols::isInsideFunction);
  }

  /** Whether a symbol stands inside one of these functions. */
  static boolean isInside(Term term, Set<String> functions) {
    return term instanceof Term.Function function && functions.contains(function.name()) && isIn(term)
        || parts(term).anyMatch(part -> isInside(part, functions));
  }

  private static Stream<Term> parts(Term term) {
    return switch (term) {
      case Term.Sum sum -> sum.terms().stream();
      case Term.Product product -> product.factors().stream();
      case Term.Power(Term base, Term exponent) -> Stream.of(base, exponent);
      case Term.Function function -> function.arguments().stream();
      case Term.Application application -> application.arguments().stream();
      case Term.Relation(String operator, Term left, Term right) -> Stream.of(left, right);
      case Term.Matrix(List<List<Term>> rows) -> rows.stream().flatMap(Collection::stream);
      case Term.Sequence list -> list.elements().stream();
      case Term.Number number -> Stream.empty();
      case Term.Symbol symbol -> Stream.empty();
      case Term.Constant constant -> Stream.empty();
    };
  }
}
