package org.leibniz.grader.math;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Compares expressions by their values at points that depend on the variables' names alone: exactly where arithmetic is enough
 * (Schwartz 1980), to thirty digits where it is not.
 */
final class Probe {
  private static final int POINTS = 4;
  private static final int ENOUGH = 2;
  private static final int DIGITS = 30;
  private static final int MAX_VARIABLES = 16;

  private Probe() {}

  /** The {@code round}-th value of a variable: a fraction between 1/4 and 4, negative in every third round. */
  static Rational point(String name, int round) {
    long mixed = name.hashCode() * 0x9E3779B97F4A7C15L + round * 0xD1B54A32D192ED03L;
    mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 32;
    long top = 101 + Math.floorMod(mixed, 293L);
    long bottom = 97 + Math.floorMod(mixed >>> 20, 211L);
    return Rational.of(round % 3 == 2 ? -top : top).over(Rational.of(bottom));
  }

  /** The value at one point, exact or approximate. */
  private record Value(Optional<Rational> exact, Optional<Complex> near) {
    static Value of(Expression expression, Map<String, Rational> point) {
      Optional<Rational> exact = Exact.value(expression, point);
      return new Value(exact, exact.isPresent() ? Optional.empty() : Optional.of(new Approximate(point).value(expression)));
    }

    Complex complex() {
      return exact.map(Complex::of).or(() -> near).orElseThrow();
    }
  }

  static boolean same(Expression a, Expression b) {
    return agree(
        a,
        b,
        (x, y) ->
            x.exact().isPresent() && y.exact().isPresent()
                ? x.exact().equals(y.exact())
                : x.complex().near(y.complex(), DIGITS));
  }

  /** Whether one is a constant multiple of the other, other than zero; positive where {@code positive} is asked. */
  static boolean proportional(Expression a, Expression b, boolean positive) {
    Set<String> names = new TreeSet<>();
    Variables.collect(a, names);
    if (names.isEmpty()) {
      // Any two numbers are multiples of each other.
      return false;
    }
    Complex[] factor = new Complex[1];
    return agree(
        a,
        b,
        (x, y) -> {
          Complex top = x.complex();
          Complex bottom = y.complex();
          if (top.isZero() || bottom.isZero()) {
            return top.isZero() && bottom.isZero();
          }
          Complex now = top.over(bottom);
          if (factor[0] == null) {
            factor[0] = now;
          }
          return now.near(factor[0], DIGITS) && !(positive && now.re().signum() < 0);
        });
  }

  private static boolean agree(Expression a, Expression b, BiPredicate<Value, Value> test) {
    Set<String> names = new TreeSet<>();
    Variables.collect(a, names);
    Variables.collect(b, names);
    if (names.size() > MAX_VARIABLES) {
      throw new OverBudget("more than " + MAX_VARIABLES + " variables");
    }
    int rounds = names.isEmpty() ? 1 : POINTS * 2;
    int agreed = 0;
    OverBudget last = null;
    for (int round = 0; round < rounds && agreed < POINTS; round++) {
      Map<String, Rational> point = new HashMap<>();
      for (String name : names) {
        point.put(name, point(name, round));
      }
      try {
        if (!test.test(Value.of(a, point), Value.of(b, point))) {
          return false;
        }
        agreed++;
      } catch (OverBudget | ArithmeticException e) {
        last = e instanceof OverBudget budget ? budget : new OverBudget("a number out of range");
      }
    }
    if (agreed < (names.isEmpty() ? 1 : ENOUGH)) {
      throw last == null ? new OverBudget("no point to compare at") : last;
    }
    return true;
  }

  /** The bound that a linear comparison with zero puts on its one variable, if it is linear with rational coefficients. */
  static Optional<List<Rational>> line(Expression expression, String variable) {
    try {
      Optional<Rational> zero = Exact.value(expression, Map.of(variable, Rational.ZERO));
      Optional<Rational> one = Exact.value(expression, Map.of(variable, Rational.ONE));
      Optional<Rational> far = Exact.value(expression, Map.of(variable, Rational.of(7)));
      if (zero.isEmpty() || one.isEmpty() || far.isEmpty()) {
        return Optional.empty();
      }
      Rational slope = one.get().minus(zero.get());
      boolean linear = slope.times(Rational.of(7)).plus(zero.get()).equals(far.get()) && !slope.isZero();
      return linear ? Optional.of(List.of(slope, zero.get())) : Optional.empty();
    } catch (OverBudget e) {
      return Optional.empty();
    }
  }
}
