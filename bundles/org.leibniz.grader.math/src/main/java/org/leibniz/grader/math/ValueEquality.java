package org.leibniz.grader.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.leibniz.grader.math.Expression.Constant;
import org.leibniz.grader.math.Expression.Numeral;
import org.leibniz.grader.math.Expression.Product;
import org.leibniz.grader.math.Expression.Quantity;

/** Equality of single values: exact, then to many digits, then at seeded points. Used by one thread for one pair. */
final class ValueEquality {
  private static final int PROGRAM_DIGITS = 10;
  private static final int ROUNDED_DIGITS = 3;
  private static final int ROUNDED_DECIMALS = 2;
  private static final BigInteger SIMPLE = BigInteger.valueOf(16);

  private final Policy policy;
  private String layer = "rational";

  ValueEquality(Policy policy) {
    this.policy = policy;
  }

  /** The layer that looked at a pair last. */
  String layer() {
    return layer;
  }

  boolean same(Expression a, Expression b) {
    if (a.equals(b)) {
      return true;
    }
    if (infinite(a) != 0 || infinite(b) != 0) {
      return infinite(a) == infinite(b);
    }
    Optional<Rational> x = Exact.value(a, Map.of());
    Optional<Rational> y = Exact.value(b, Map.of());
    if (x.isPresent() && y.isPresent()) {
      layer = "rational";
      return x.equals(y) || close(a, b);
    }
    TreeSet<String> names = new TreeSet<>();
    Variables.collect(a, names);
    Variables.collect(b, names);
    layer = names.isEmpty() ? "numeric" : "probing";
    return Probe.same(a, b) || names.isEmpty() && close(a, b);
  }

  private static int infinite(Expression value) {
    if (value == Constant.INFINITY) {
      return 1;
    }
    return value instanceof Product(List<Expression> factors)
            && factors.size() == 2
            && factors.get(1) == Constant.INFINITY
            && factors.get(0) instanceof Numeral(Rational sign, int digits, int decimals)
        ? sign.numerator().signum()
        : 0;
  }

  /** Whether one is the other in as many digits as a program prints, or as the policy lets people round. */
  private boolean close(Expression a, Expression b) {
    int longA = digits(a);
    int longB = digits(b);
    if (longA == 0 && longB == 0 && !policy.rounding()) {
      return false;
    }
    BigDecimal x = real(a);
    BigDecimal y = real(b);
    if (x == null || y == null) {
      return false;
    }
    if (longA >= PROGRAM_DIGITS && longA > longB && printed(x, y, longA) || longB >= PROGRAM_DIGITS && longB > longA && printed(y, x, longB)) {
      return true;
    }
    if (!policy.rounding()) {
      return false;
    }
    if (Math.max(longA, longB) >= 6 && x.subtract(y).abs().compareTo(x.abs().movePointLeft(6)) < 0) {
      return true;
    }
    return isRounding(a, x, b, y) || isRounding(b, y, a, x) || hugeFraction(a, b, x, y);
  }

  /** Significant digits of a decimal, 0 for everything else. */
  private static int digits(Expression value) {
    return switch (value) {
      case Numeral numeral -> numeral.digits();
      case Product(List<Expression> factors) when factors.size() == 2 && factors.get(1) instanceof Numeral n -> n.digits();
      case Quantity(Expression inner, String unit) -> digits(inner);
      default -> 0;
    };
  }

  /** Within five units of the last digit that was printed. */
  private static boolean printed(BigDecimal written, BigDecimal exact, int digits) {
    BigDecimal size = written.abs().max(exact.abs());
    int shown = Math.min(digits, 15);
    BigDecimal unit = BigDecimal.ONE.movePointLeft(shown - (size.precision() - size.scale()));
    return written.subtract(exact).abs().compareTo(unit.multiply(BigDecimal.valueOf(5))) <= 0;
  }

  /** Whether a decimal, of three significant digits or two decimals beside a longer decimal, is the other value rounded, or cut. */
  private static boolean isRounding(Expression written, BigDecimal value, Expression other, BigDecimal exact) {
    if (!(written instanceof Numeral(Rational number, int digits, int decimals)) || decimals < 1 || number.isZero()) {
      return false;
    }
    // A decimal that is a simple fraction, such as 0.25, is taken as exact beside a longer decimal.
    boolean enough =
        digits(other) > 0
            ? decimals >= ROUNDED_DECIMALS && number.denominator().compareTo(SIMPLE) > 0
            : digits >= ROUNDED_DIGITS;
    return enough
        && (exact.setScale(decimals, RoundingMode.HALF_UP).compareTo(value) == 0
            || digits(other) == 0 && exact.setScale(decimals, RoundingMode.DOWN).compareTo(value) == 0);
  }

  /** A fraction that a program made of a double. */
  private static boolean hugeFraction(Expression a, Expression b, BigDecimal x, BigDecimal y) {
    Optional<Rational> left = Exact.value(a, Map.of());
    Optional<Rational> right = Exact.value(b, Map.of());
    boolean huge = left.isPresent() && left.get().denominator().bitLength() > 33 && left.get().denominator().bitLength() < 60
        || right.isPresent() && right.get().denominator().bitLength() > 33 && right.get().denominator().bitLength() < 60;
    return huge && x.subtract(y).abs().compareTo(x.abs().movePointLeft(9)) < 0;
  }

  private static BigDecimal real(Expression value) {
    if (value instanceof Numeral(Rational number, int digits, int decimals) && digits > 0) {
      return new BigDecimal(number.numerator()).divide(new BigDecimal(number.denominator()), MathContext.DECIMAL128).setScale(decimals, RoundingMode.HALF_UP);
    }
    Optional<Rational> exact = Exact.value(value, Map.of());
    if (exact.isPresent()) {
      BigInteger bottom = exact.get().denominator();
      return new BigDecimal(exact.get().numerator()).divide(new BigDecimal(bottom), HighPrecision.DIGITS);
    }
    Complex complex = new Approximate(Map.of()).value(value);
    return complex.isReal() ? complex.re() : null;
  }
}
