package org.leibniz.templates;

import java.util.HashMap;
import java.util.Map;

/** Counts of number theory. */
final class Counting {
  private Counting() {}

  /** How many positive divisors a positive number has. */
  static long divisors(long number) {
    Map<Long, Long> exponents = new HashMap<>();
    Arithmetic.primeFactors(number).forEach(prime -> exponents.merge(prime, 1L, Long::sum));
    return exponents.values().stream().reduce(1L, (count, exponent) -> count * (exponent + 1));
  }

  static long digitSum(long number) {
    return Long.toString(Math.abs(number)).chars().map(Character::getNumericValue).sum();
  }
}
