package org.leibniz.grader.math;

import java.math.BigDecimal;
import java.math.MathContext;

/** A complex number of about fifty digits; functions take their principal value. */
record Complex(BigDecimal re, BigDecimal im) {
  private static final MathContext DIGITS = HighPrecision.DIGITS;
  static final Complex ZERO = real(BigDecimal.ZERO);
  static final Complex ONE = real(BigDecimal.ONE);
  static final Complex I = new Complex(BigDecimal.ZERO, BigDecimal.ONE);
  private static final int MAX_MAGNITUDE = 200_000;

  static Complex real(BigDecimal value) {
    return new Complex(value, BigDecimal.ZERO);
  }

  static Complex of(Rational value) {
    return real(new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), DIGITS));
  }

  boolean isReal() {
    return im.signum() == 0;
  }

  boolean isZero() {
    return re.signum() == 0 && im.signum() == 0;
  }

  Complex plus(Complex other) {
    return new Complex(re.add(other.re, DIGITS), im.add(other.im, DIGITS));
  }

  Complex minus(Complex other) {
    return plus(other.negate());
  }

  Complex negate() {
    return new Complex(re.negate(), im.negate());
  }

  Complex times(Complex o) {
    if (isReal() && o.isReal()) {
      return real(re.multiply(o.re, DIGITS));
    }
    return new Complex(
        re.multiply(o.re).subtract(im.multiply(o.im), DIGITS), re.multiply(o.im).add(im.multiply(o.re), DIGITS));
  }

  Complex over(Complex o) {
    if (o.isZero()) {
      throw new OverBudget("a division by zero");
    }
    if (o.isReal()) {
      return new Complex(re.divide(o.re, DIGITS), im.divide(o.re, DIGITS));
    }
    BigDecimal square = o.re.multiply(o.re).add(o.im.multiply(o.im), DIGITS);
    Complex top = times(new Complex(o.re, o.im.negate()));
    return new Complex(top.re.divide(square, DIGITS), top.im.divide(square, DIGITS));
  }

  BigDecimal modulus() {
    return isReal() ? re.abs() : re.multiply(re).add(im.multiply(im)).sqrt(DIGITS);
  }

  Complex squareRoot() {
    if (isReal()) {
      BigDecimal root = re.abs().sqrt(DIGITS);
      return re.signum() >= 0 ? real(root) : new Complex(BigDecimal.ZERO, root);
    }
    return power(real(new BigDecimal("0.5")));
  }

  Complex exponential() {
    BigDecimal size = HighPrecision.exponential(re);
    if (isReal()) {
      return real(size);
    }
    BigDecimal[] circular = HighPrecision.circular(im);
    return new Complex(size.multiply(circular[1], DIGITS), size.multiply(circular[0], DIGITS));
  }

  Complex naturalLog() {
    if (isReal() && re.signum() > 0) {
      return real(HighPrecision.naturalLog(re));
    }
    return new Complex(HighPrecision.naturalLog(modulus()), HighPrecision.angle(im, re));
  }

  /** Integer powers by multiplication, others by the logarithm; a power whose size is out of reach is refused. */
  Complex power(Complex exponent) {
    if (exponent.isZero()) {
      return ONE;
    }
    if (isZero()) {
      if (exponent.re.signum() <= 0) {
        throw new OverBudget("a division by zero");
      }
      return ZERO;
    }
    double magnitude = Math.abs((double) re.precision() - re.scale()) + 1;
    if (magnitude * exponent.modulus().doubleValue() > MAX_MAGNITUDE) {
      throw new OverBudget("a power that is too large");
    }
    if (exponent.isReal() && exponent.re.stripTrailingZeros().scale() <= 0 && exponent.re.abs().intValue() <= 10_000) {
      return integerPower(exponent.re.intValue());
    }
    return naturalLog().times(exponent).exponential();
  }

  private Complex integerPower(int exponent) {
    Complex result = ONE;
    Complex square = this;
    for (int n = Math.abs(exponent); n > 0; n >>= 1) {
      if ((n & 1) == 1) {
        result = result.times(square);
      }
      square = n > 1 ? square.times(square) : square;
    }
    return exponent < 0 ? ONE.over(result) : result;
  }

  Complex sine() {
    if (isReal()) {
      return real(HighPrecision.circular(re)[0]);
    }
    Complex turned = times(I).exponential();
    return turned.minus(ONE.over(turned)).over(I.plus(I));
  }

  Complex cosine() {
    if (isReal()) {
      return real(HighPrecision.circular(re)[1]);
    }
    Complex turned = times(I).exponential();
    return turned.plus(ONE.over(turned)).over(ONE.plus(ONE));
  }

  /** −i/2·ln((1+iz)/(1−iz)). */
  Complex arcTangent() {
    if (isReal()) {
      return real(HighPrecision.angle(re, BigDecimal.ONE));
    }
    Complex turned = times(I);
    return ONE.plus(turned).over(ONE.minus(turned)).naturalLog().over(I.plus(I));
  }

  /** −i·ln(iz+√(1−z²)). */
  Complex arcSine() {
    Complex inner = times(I).plus(ONE.minus(times(this)).squareRoot());
    return inner.naturalLog().over(I).settled();
  }

  Complex settled() {
    return new Complex(HighPrecision.settle(re), HighPrecision.settle(im));
  }

  /** Whether both agree to {@code digits} digits of the larger; beside a zero, what rounding leaves is zero. */
  boolean near(Complex other, int digits) {
    BigDecimal size = modulus().max(other.modulus());
    BigDecimal difference = minus(other).modulus();
    boolean left = isZero() || other.isZero();
    return difference.compareTo(size.movePointLeft(digits)) <= 0 || left && size.compareTo(BigDecimal.ONE.movePointLeft(40)) < 0;
  }
}
