package org.leibniz.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Arithmetic with its steps spelled out, digit by digit from the right, as it is done on paper: "47 + 38:
 * 7 + 8 = 15, 4 + 3 + 1 = 8, so 85". What everybody knows by heart ({@code 7 + 8 = 15}, {@code 6 * 7 = 42}) stands alone.
 */
final class Worked {
  private static final int TEN = 10;

  private Worked() {}

  static String sum(long a, long b) {
    if (a < 0 || b < 0) {
      return signedSum(a, b);
    }
    if (a < TEN && b < TEN || a % TEN == 0 && b < TEN || a < TEN && b % TEN == 0) {
      return a + " + " + b + " = " + (a + b);
    }
    List<String> steps = new ArrayList<>();
    long carry = 0;
    for (long x = a, y = b; x > 0 || y > 0; x /= TEN, y /= TEN) {
      long total = x % TEN + y % TEN + carry;
      boolean one = x == 0 || y == 0;
      if (one && carry == 0) {
        break;
      }
      String digits = one ? Long.toString(x % TEN + y % TEN) : x % TEN + " + " + y % TEN;
      steps.add(digits + (carry > 0 ? " + " + carry : "") + " = " + total);
      carry = total / TEN;
    }
    return spelled(a + " + " + b, steps, a + b);
  }

  private static String signedSum(long a, long b) {
    String asked = a + " + " + (b < 0 ? "(" + b + ")" : b);
    if (a < 0 && b < 0) {
      return asked + " = -(" + -a + " + " + -b + "), " + sum(-a, -b) + ", so " + (a + b);
    }
    long above = b < 0 ? a : b;
    long below = b < 0 ? -b : -a;
    return asked + " = " + above + " - " + below + ", " + difference(above, below);
  }

  static String difference(long a, long b) {
    if (b < 0) {
      return a + " - (" + b + ") = " + a + " + " + -b + ", " + sum(a, -b);
    }
    if (a < 0) {
      return a + " - " + b + " = -(" + -a + " + " + b + "), " + sum(-a, b) + ", so " + (a - b);
    }
    if (a < b) {
      return a + " - " + b + " = -(" + b + " - " + a + "), " + difference(b, a) + ", so " + (a - b);
    }
    if (a < TEN || a <= 2 * TEN && b < TEN || a % TEN == b) {
      return a + " - " + b + " = " + (a - b);
    }
    List<String> steps = new ArrayList<>();
    long borrow = 0;
    for (long x = a, y = b; y > 0 || borrow > 0; x /= TEN, y /= TEN) {
      long above = x % TEN - borrow;
      if (y == 0 && x - borrow == 0) {
        break;
      }
      long lent = above < y % TEN ? above + TEN : above;
      steps.add(lent + " - " + y % TEN + " = " + (lent - y % TEN));
      borrow = lent == above ? 0 : 1;
    }
    return spelled(a + " - " + b, steps, a - b);
  }

  static String product(long a, long b) {
    if (a < 0 || b < 0) {
      String asked = a + " * " + (b < 0 ? "(" + b + ")" : b);
      long x = Math.abs(a);
      long y = Math.abs(b);
      boolean plain = x < TEN && y < TEN;
      return plain ? asked + " = " + a * b : product(x, y) + ", so " + asked + " = " + a * b;
    }
    long large = Math.max(a, b);
    long small = Math.min(a, b);
    boolean tens = large % TEN == 0 && large < 100 && small < TEN;
    if (large <= TEN || small <= 1 || isRound(large) || small == TEN || tens) {
      return a + " * " + b + " = " + a * b;
    }
    if (small < TEN) {
      return spelled(a + " * " + b, byOneDigit(large, small), a * b);
    }
    if (small % TEN == 0) {
      return product(large, small / TEN) + ", so " + a + " * " + b + " = " + a * b;
    }
    long round = small - small % TEN;
    return a + " * " + b + ": " + product(large, round) + "; " + product(large, small % TEN) + "; "
        + sum(large * round, large * (small % TEN));
  }

  private static boolean isRound(long number) {
    return number == 100 || number == 1000;
  }

  private static List<String> byOneDigit(long number, long digit) {
    List<String> steps = new ArrayList<>();
    long carry = 0;
    for (long x = number; x > 0; x /= TEN) {
      long total = x % TEN * digit + carry;
      steps.add(x % TEN + " * " + digit + (carry > 0 ? " + " + carry : "") + " = " + total);
      carry = total / TEN;
    }
    return steps;
  }

  /** An exact division. */
  static String quotient(long a, long b) {
    long result = Arithmetic.quotient(a, b);
    if (a < 0 || b < 0) {
      boolean plain = Math.abs(result) <= TEN;
      String asked = a + " / " + (b < 0 ? "(" + b + ")" : b) + " = " + result;
      return plain ? asked : quotient(Math.abs(a), Math.abs(b)) + ", so " + asked;
    }
    if (result <= TEN || b == 1 || a % (b * TEN) == 0 && result <= 9 * TEN) {
      return a + " / " + b + " = " + result;
    }
    return spelled(a + " / " + b, longDivision(a, b), result);
  }

  /** A division with remainder: ends with {@code rest 3}. */
  static String remainder(long a, long b) {
    if (a / b < TEN) {
      return a + " / " + b + " = " + a / b + " rest " + a % b;
    }
    return a + " / " + b + ": " + String.join(", ", longDivision(a, b)) + ", so " + a / b + " rest " + a % b;
  }

  private static List<String> longDivision(long a, long b) {
    List<String> steps = new ArrayList<>();
    long rest = 0;
    boolean begun = false;
    for (char digit : Long.toString(a).toCharArray()) {
      long part = rest * TEN + Character.getNumericValue(digit);
      begun |= part >= b;
      rest = part % b;
      if (begun) {
        steps.add(part + " / " + b + " = " + part / b + (rest > 0 ? " rest " + rest : ""));
      }
    }
    return steps;
  }

  private static String spelled(String asked, List<String> steps, long result) {
    return asked + ": " + String.join(", ", steps) + ", so " + result;
  }

  /** The divisions of Euclid's algorithm until one leaves nothing. */
  static String euclid(long a, long b) {
    List<String> steps = new ArrayList<>();
    long x = Math.max(a, b);
    long y = Math.min(a, b);
    while (y > 0) {
      steps.add(remainder(x, y));
      long rest = x % y;
      x = y;
      y = rest;
    }
    return String.join("; ", steps);
  }

  /** A number as the product of its primes, smallest first. */
  static String factors(long number) {
    return Arithmetic.primeFactors(number).stream().map(Object::toString).collect(Collectors.joining(" * "));
  }

  /** A fraction and, where both parts have a common divisor, what dividing by it leaves. */
  static String reduced(long numerator, long denominator) {
    String written = numerator + "/" + denominator;
    long common = Arithmetic.gcd(numerator, denominator);
    return common == 1
        ? written
        : written + ", both divided by " + common + " is " + Arithmetic.fraction(numerator, denominator);
  }

  /** The last digits of the powers of a number, from the first on. */
  static String lastDigits(long base, long count) {
    List<String> digits = new ArrayList<>();
    long digit = 1;
    for (long i = 0; i < count; i++) {
      digit = digit * base % TEN;
      digits.add(Long.toString(digit));
    }
    return String.join(", ", digits);
  }
}
