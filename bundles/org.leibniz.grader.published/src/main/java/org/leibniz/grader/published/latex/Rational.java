package org.leibniz.grader.published.latex;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** An exact fraction in lowest terms with a positive denominator. */
public record Rational(BigInteger numerator, BigInteger denominator) {
  static final Rational ZERO = of(0);
  static final Rational ONE = of(1);
  static final Rational MINUS_ONE = of(-1);
  static final Rational HALF = new Rational(BigInteger.ONE, BigInteger.TWO);

  public Rational {
    if (denominator.signum() == 0) {
      throw Rejected.because("division by zero");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    if (!divisor.equals(BigInteger.ONE)) {
      numerator = numerator.divide(divisor);
      denominator = denominator.divide(divisor);
    }
  }

  static Rational of(long value) {
    return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
  }

  /** Reads digits with an optional decimal point and an optional exponent of ten. */
  static Rational parse(String text) {
    BigDecimal value = new BigDecimal(text);
    if (value.scale() < -4300) {
      throw Rejected.budget("a number of more than 4,300 digits");
    }
    return value.scale() <= 0
        ? new Rational(value.toBigIntegerExact(), BigInteger.ONE)
        : new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  int signum() {
    return numerator.signum();
  }

  Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  Rational inverse() {
    return new Rational(denominator, numerator);
  }

  Rational times(Rational other) {
    return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Rational minus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** Whether the exact distance to another number is below a double. */
  public boolean isWithin(Rational other, double bound) {
    return minus(other).abs().isBelow(bound);
  }

  Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  /** Whether this is below a double, compared exactly. */
  private boolean isBelow(double bound) {
    BigDecimal limit = new BigDecimal(bound);
    return new BigDecimal(numerator).compareTo(limit.multiply(new BigDecimal(denominator))) < 0;
  }

  /** The nearest double; refuses what has none, as Python's division does. */
  double toDouble() {
    double value = toDoubleOrHuge();
    if (Double.isInfinite(value)) {
      throw Rejected.because("a number too large for a float");
    }
    return value;
  }

  /** The nearest double, infinite where there is none. */
  double toDoubleOrHuge() {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), MathContext.DECIMAL128).doubleValue();
  }
}
