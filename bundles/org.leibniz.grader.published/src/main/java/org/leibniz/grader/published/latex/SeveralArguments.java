package org.leibniz.grader.published.latex;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/**
 * Functions of several arguments: greatest common divisors and least common multiples, which the original evaluates, and
 * extremes, which it keeps as a set.
 */
final class SeveralArguments {
  private SeveralArguments() {}

  static Term apply(String name, List<Term> arguments) {
    return switch (name) {
      case "gcd", "lcm" -> new Term.Function("unevaluated", List.of(divisor(name, arguments)));
      case "max", "min" -> extreme(name.equals("max") ? "Max" : "Min", arguments);
      default -> new Term.Function(name, List.copyOf(arguments));
    };
  }

  private static Term extreme(String name, List<Term> arguments) {
    List<Term> distinct = arguments.stream().distinct().sorted(Comparator.comparing(Term::toString)).toList();
    return distinct.size() == 1 ? distinct.getFirst() : new Term.Function(name, distinct);
  }

  private static Term divisor(String name, List<Term> arguments) {
    BigInteger result = null;
    for (Term argument : arguments) {
      if (!(argument instanceof Term.Number number) || !number.value().isInteger()) {
        throw Rejected.because(name + " of something that is no whole number");
      }
      BigInteger value = number.value().numerator().abs();
      result = result == null ? value : name.equals("gcd") ? result.gcd(value) : multiple(result, value);
    }
    return new Term.Number(new Rational(result, BigInteger.ONE));
  }

  private static BigInteger multiple(BigInteger a, BigInteger b) {
    return a.signum() == 0 || b.signum() == 0 ? BigInteger.ZERO : a.divide(a.gcd(b)).multiply(b);
  }
}
