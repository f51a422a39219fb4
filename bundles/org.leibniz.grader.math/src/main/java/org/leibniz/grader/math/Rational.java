package org.leibniz.grader.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** An exact fraction in lowest terms with a positive denominator. Every operation keeps to {@link #MAX_BITS} or gives up. */
record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
  static final int MAX_BITS = 60_000;
  static final Rational ZERO = of(0);
  static final Rational ONE = of(1);
  private static final int MAX_FACTORIAL = 3000;

  static Rational of(long value) {
    return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
  }

  static Rational of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new OverBudget("a division by zero");
    }
    if (numerator.bitLength() > MAX_BITS || denominator.bitLength() > MAX_BITS) {
      throw new OverBudget("a number of more than " + MAX_BITS + " bits");
    }
    BigInteger common = numerator.gcd(denominator);
    BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
    return divisor.equals(BigInteger.ONE)
        ? new Rational(numerator, denominator)
        : new Rational(numerator.divide(divisor), denominator.divide(divisor));
  }

  static Rational of(BigDecimal value) {
    if (Math.abs((long) value.scale()) > MAX_BITS / 4) {
      throw new OverBudget("an exponent of ten that is too large");
    }
    return value.scale() > 0
        ? of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
        : of(value.toBigIntegerExact(), BigInteger.ONE);
  }

  Rational plus(Rational other) {
    if (isInteger() && other.isInteger()) {
      return new Rational(numerator.add(other.numerator), BigInteger.ONE);
    }
    return of(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Rational minus(Rational other) {
    return plus(other.negate());
  }

  Rational times(Rational other) {
    return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Rational over(Rational other) {
    return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  Rational abs() {
    return numerator.signum() < 0 ? negate() : this;
  }

  boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  boolean isZero() {
    return numerator.signum() == 0;
  }

  /** An integer power. */
  Rational power(Rational exponent) {
    if (exponent.numerator.bitLength() > 20) {
      throw new OverBudget("an exponent of more than 20 bits");
    }
    int n = exponent.numerator.intValue();
    long size = Math.max(numerator.bitLength(), denominator.bitLength());
    if (size * Math.abs((long) n) > MAX_BITS && size > 1) {
      throw new OverBudget("a power of more than " + MAX_BITS + " bits");
    }
    return n >= 0
        ? new Rational(numerator.pow(n), denominator.pow(n))
        : of(denominator.pow(-n), numerator.pow(-n));
  }

  /** The exact square root, where it is rational. */
  Optional<Rational> squareRoot() {
    if (numerator.signum() < 0 || numerator.bitLength() > 4000 || denominator.bitLength() > 4000) {
      return Optional.empty();
    }
    BigInteger top = numerator.sqrt();
    BigInteger bottom = denominator.sqrt();
    return top.multiply(top).equals(numerator) && bottom.multiply(bottom).equals(denominator)
        ? Optional.of(new Rational(top, bottom))
        : Optional.empty();
  }

  Rational factorial() {
    if (!isInteger() || numerator.signum() < 0 || numerator.bitLength() > 12 || numerator.intValue() > MAX_FACTORIAL) {
      throw new OverBudget("a factorial beyond " + MAX_FACTORIAL + "!");
    }
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= numerator.intValue(); i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return new Rational(product, BigInteger.ONE);
  }

  BigInteger floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return isInteger() ? numerator.toString() : numerator + "/" + denominator;
  }
}
