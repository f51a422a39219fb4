package org.leibniz.templates;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.leibniz.templates.Value.Whole;
import org.leibniz.templates.Value.Words;

/** The functions that an expression may call, by name. */
final class Functions {
  private static final Map<String, Function<List<Value>, Value>> ALL = new TreeMap<>();

  /** Every name, in order of the alphabet. */
  static final Set<String> NAMES;

  static {
    whole("gcd", g -> Arithmetic.gcd(g[0], g[1]));
    whole("lcm", g -> g[0] / Arithmetic.gcd(g[0], g[1]) * g[1]);
    whole("min", g -> Math.min(g[0], g[1]));
    whole("max", g -> Math.max(g[0], g[1]));
    whole("abs", g -> Math.abs(g[0]));
    whole("root", g -> Arithmetic.root(g[0]));
    whole("choose", g -> Arithmetic.choose(g[0], g[1]));
    whole("isprime", g -> g[0] > 1 && Arithmetic.primeFactors(g[0]).size() == 1 ? 1L : 0L);
    whole("divisors", g -> Counting.divisors(g[0]));
    whole("digitsum", g -> Counting.digitSum(g[0]));
    text("frac", g -> Arithmetic.fraction(g[0], g[1]));
    text("add", g -> Worked.sum(g[0], g[1]));
    text("sub", g -> Worked.difference(g[0], g[1]));
    text("mul", g -> Worked.product(g[0], g[1]));
    text("div", g -> Worked.quotient(g[0], g[1]));
    text("divmod", g -> Worked.remainder(g[0], g[1]));
    text("euclid", g -> Worked.euclid(g[0], g[1]));
    text("factors", g -> Worked.factors(g[0]));
    text("reduce", g -> Worked.reduced(g[0], g[1]));
    text("poly", Notation::polynomial);
    text("plus", g -> Notation.plus(g[0]));
    text("base", g -> Long.toString(g[0], Math.toIntExact(g[1])));
    text("powers", g -> Worked.lastDigits(g[0], g[1]));
    text("par", g -> g[0] < 0 ? "(" + g[0] + ")" : Long.toString(g[0]));
    ALL.put("term", given -> new Words(Notation.term(number(given, 0), given.get(1).toString())));
    ALL.put("if", given -> number(given, 0) != 0 ? given.get(1) : given.get(2));
    NAMES = new TreeSet<>(ALL.keySet());
  }

  private Functions() {}

  /** A function of whole numbers. */
  private interface OfNumbers<T> {
    T of(long[] given);
  }

  private static void whole(String name, OfNumbers<Long> function) {
    ALL.put(name, given -> new Whole(function.of(numbers(given))));
  }

  private static void text(String name, OfNumbers<String> function) {
    ALL.put(name, given -> new Words(function.of(numbers(given))));
  }

  static Value call(String name, List<Value> given) {
    try {
      return ALL.get(name).apply(given);
    } catch (IndexOutOfBoundsException e) {
      throw new Misfit("the function '" + name + "' needs more than " + given.size() + " arguments");
    }
  }

  private static long[] numbers(List<Value> given) {
    long[] numbers = new long[given.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(given, i);
    }
    return numbers;
  }

  private static long number(List<Value> given, int index) {
    return new Expression.Literal(given.get(index)).number(Map.of());
  }
}
