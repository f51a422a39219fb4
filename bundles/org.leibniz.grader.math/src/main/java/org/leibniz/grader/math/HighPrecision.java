package org.leibniz.grader.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Real elementary functions to about fifty digits, by argument reduction and Taylor series. */
final class HighPrecision {
  static final MathContext DIGITS = new MathContext(50, RoundingMode.HALF_EVEN);
  private static final MathContext GUARD = new MathContext(60, RoundingMode.HALF_EVEN);
  private static final BigDecimal TINY = BigDecimal.ONE.movePointLeft(58);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  static final BigDecimal PI = pi();
  private static final BigDecimal TWO_PI = PI.multiply(TWO);
  private static final BigDecimal LN_TEN = naturalLogOfMantissa(BigDecimal.TEN);
  private static final int MAX_EXPONENT = 100_000;

  private HighPrecision() {}

  /** Machin 1706: π = 16 arctan(1/5) − 4 arctan(1/239), to 120 digits so that large angles can be reduced. */
  private static BigDecimal pi() {
    MathContext wide = new MathContext(125);
    return arcTangentOfInverse(5, wide)
        .multiply(BigDecimal.valueOf(16))
        .subtract(arcTangentOfInverse(239, wide).multiply(BigDecimal.valueOf(4)), new MathContext(120));
  }

  private static BigDecimal arcTangentOfInverse(int n, MathContext precision) {
    BigDecimal square = BigDecimal.valueOf((long) n * n);
    BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), precision);
    BigDecimal sum = power;
    for (int k = 1; power.precision() - power.scale() > -125; k++) {
      power = power.divide(square, precision).negate();
      sum = sum.add(power.divide(BigDecimal.valueOf(2L * k + 1), precision));
    }
    return sum;
  }

  static BigDecimal exponential(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.valueOf(MAX_EXPONENT)) > 0) {
      throw new OverBudget("an exponential that is too large");
    }
    int halvings = 0;
    BigDecimal reduced = x;
    while (reduced.abs().compareTo(BigDecimal.valueOf(0.01)) > 0) {
      reduced = reduced.divide(TWO, new MathContext(80));
      halvings++;
    }
    MathContext precision = new MathContext(62 + halvings / 2);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int k = 1; k < 60 && term.abs().compareTo(TINY.movePointLeft(halvings / 2)) > 0; k++) {
      term = term.multiply(reduced, precision).divide(BigDecimal.valueOf(k), precision);
      sum = sum.add(term, precision);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, precision);
    }
    return sum.round(DIGITS);
  }

  /** Of a positive number. */
  static BigDecimal naturalLog(BigDecimal x) {
    if (x.signum() <= 0) {
      throw new OverBudget("a logarithm of zero");
    }
    int exponent = x.precision() - x.scale();
    BigDecimal mantissa = x.movePointLeft(exponent);
    return naturalLogOfMantissa(mantissa).add(LN_TEN.multiply(BigDecimal.valueOf(exponent)), DIGITS);
  }

  /** Halley's iteration on exp, three digits for one each time. */
  private static BigDecimal naturalLogOfMantissa(BigDecimal x) {
    BigDecimal y = new BigDecimal(Math.log(x.doubleValue()));
    for (int i = 0; i < 2; i++) {
      BigDecimal power = exponential(y);
      y = y.add(TWO.multiply(x.subtract(power)).divide(x.add(power), GUARD), GUARD);
    }
    return y;
  }

  /** Sine and cosine. */
  static BigDecimal[] circular(BigDecimal angle) {
    if (angle.precision() - angle.scale() > 40) {
      throw new OverBudget("an angle that is too large");
    }
    BigDecimal reduced = angle.subtract(TWO_PI.multiply(new BigDecimal(turns(angle)))).round(GUARD);
    BigDecimal quarter = reduced.divide(BigDecimal.valueOf(16), GUARD);
    BigDecimal square = quarter.multiply(quarter, GUARD);
    BigDecimal sine = quarter;
    BigDecimal cosine = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int k = 1; k < 80 && term.abs().compareTo(TINY) > 0; k++) {
      term = term.multiply(quarter, GUARD).divide(BigDecimal.valueOf(k), GUARD);
      BigDecimal signed = k / 2 % 2 == 0 ? term : term.negate();
      if (k % 2 == 0) {
        cosine = cosine.add(signed, GUARD);
      } else if (k > 1) {
        sine = sine.add(signed, GUARD);
      }
    }
    if (square.signum() == 0) {
      return new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ONE};
    }
    for (int i = 0; i < 4; i++) {
      BigDecimal doubled = TWO.multiply(sine).multiply(cosine, GUARD);
      cosine = cosine.multiply(cosine).subtract(sine.multiply(sine), GUARD);
      sine = doubled;
    }
    return new BigDecimal[] {settle(sine), settle(cosine)};
  }

  private static BigInteger turns(BigDecimal angle) {
    return angle.divide(TWO_PI, 0, RoundingMode.HALF_EVEN).toBigInteger();
  }

  /** What is left of a zero after rounding is a zero. */
  static BigDecimal settle(BigDecimal x) {
    return x.abs().compareTo(BigDecimal.ONE.movePointLeft(46)) < 0 ? BigDecimal.ZERO : x.round(DIGITS);
  }

  /** The angle of the point (x, y), in (−π, π]: the machine's value, corrected once by the angle left over. */
  static BigDecimal angle(BigDecimal y, BigDecimal x) {
    BigDecimal length = x.multiply(x).add(y.multiply(y)).sqrt(GUARD);
    if (length.signum() == 0) {
      throw new OverBudget("the angle of zero");
    }
    BigDecimal cosine = x.divide(length, GUARD);
    BigDecimal sine = y.divide(length, GUARD);
    if (sine.signum() == 0) {
      return cosine.signum() > 0 ? BigDecimal.ZERO : PI.round(DIGITS);
    }
    BigDecimal first = new BigDecimal(Math.atan2(sine.doubleValue(), cosine.doubleValue()));
    BigDecimal[] circular = circular(first);
    BigDecimal left = sine.multiply(circular[1]).subtract(cosine.multiply(circular[0]), GUARD);
    BigDecimal cube = left.multiply(left).multiply(left, GUARD);
    return first.add(left).add(cube.divide(BigDecimal.valueOf(6), GUARD), DIGITS);
  }
}
