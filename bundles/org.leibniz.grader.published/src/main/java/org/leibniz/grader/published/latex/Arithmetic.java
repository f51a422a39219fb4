package org.leibniz.grader.published.latex;

import java.math.BigInteger;
import org.leibniz.grader.published.latex.Value.Complex;
import org.leibniz.grader.published.latex.Value.Real;
import org.leibniz.grader.published.latex.Value.Truth;
import org.leibniz.grader.published.latex.Value.Whole;

/** Python's arithmetic on mixed numbers; refuses where Python raises an exception. */
public final class Arithmetic {
  private static final int MAX_BITS = 200_000;

  private Arithmetic() {}

  static Value add(Value a, Value b) {
    if (isComplex(a, b)) {
      Complex x = complex(a);
      Complex y = complex(b);
      return new Complex(x.real() + y.real(), x.imaginary() + y.imaginary());
    }
    return isWhole(a, b) ? bounded(whole(a).add(whole(b))) : new Real(real(a) + real(b));
  }

  static Value multiply(Value a, Value b) {
    if (isComplex(a, b)) {
      Complex x = complex(a);
      Complex y = complex(b);
      return new Complex(
          x.real() * y.real() - x.imaginary() * y.imaginary(), x.real() * y.imaginary() + x.imaginary() * y.real());
    }
    return isWhole(a, b) ? bounded(whole(a).multiply(whole(b))) : new Real(real(a) * real(b));
  }

  static Value divide(Value a, Value b) {
    if (isComplex(a, b)) {
      Complex y = complex(b);
      double square = y.real() * y.real() + y.imaginary() * y.imaginary();
      requireNonZero(square != 0);
      return multiply(a, new Complex(y.real() / square, -y.imaginary() / square));
    }
    if (isWhole(a, b)) {
      requireNonZero(whole(b).signum() != 0);
      return new Real(new Rational(whole(a), whole(b)).toDouble());
    }
    requireNonZero(real(b) != 0);
    return new Real(real(a) / real(b));
  }

  static Value negate(Value a) {
    return multiply(new Whole(BigInteger.ONE.negate()), a);
  }

  static Value power(Value base, Value exponent) {
    if (isComplex(base, exponent)) {
      return polar(complex(base), complex(exponent));
    }
    if (isWhole(base, exponent) && whole(exponent).signum() >= 0) {
      return wholePower(whole(base), whole(exponent));
    }
    double x = real(base);
    double y = real(exponent);
    requireNonZero(x != 0 || y >= 0);
    if (x < 0 && y != Math.rint(y)) {
      return polar(new Complex(x, 0), new Complex(y, 0));
    }
    double power = Math.pow(x, y);
    if (Double.isInfinite(power)) {
      throw Rejected.because("a power too large for a float");
    }
    return new Real(power);
  }

  private static Value wholePower(BigInteger base, BigInteger exponent) {
    if (base.bitLength() > 1 && (exponent.bitLength() > 20 || exponent.longValue() * base.bitLength() > MAX_BITS)) {
      throw Rejected.budget("a power of more than " + MAX_BITS + " bits");
    }
    if (base.bitLength() <= 1 && exponent.bitLength() > 20) {
      return new Whole(exponent.testBit(0) ? base : base.abs());
    }
    return new Whole(base.pow(exponent.intValueExact()));
  }

  private static Value polar(Complex base, Complex exponent) {
    double radius = Math.hypot(base.real(), base.imaginary());
    if (radius == 0) {
      throw Rejected.because("zero to a complex power");
    }
    double angle = Math.atan2(base.imaginary(), base.real());
    double size = Math.pow(radius, exponent.real()) * Math.exp(-exponent.imaginary() * angle);
    double turn = exponent.imaginary() * Math.log(radius) + exponent.real() * angle;
    return new Complex(size * Math.cos(turn), size * Math.sin(turn));
  }

  /** The absolute difference of two numbers. */
  public static double distance(Value a, Value b) {
    Value difference = add(a, negate(b));
    return switch (difference) {
      case Complex complex -> Math.hypot(complex.real(), complex.imaginary());
      case Whole whole -> new Rational(whole.value().abs(), BigInteger.ONE).toDoubleOrHuge();
      case Real real -> Math.abs(real.value());
      case Truth truth -> truth.value() ? 1 : 0;
    };
  }

  static boolean isWhole(Value a) {
    return a instanceof Whole || a instanceof Truth;
  }

  static BigInteger whole(Value a) {
    return switch (a) {
      case Whole whole -> whole.value();
      case Truth truth -> truth.value() ? BigInteger.ONE : BigInteger.ZERO;
      default -> throw Rejected.because("a whole number is needed");
    };
  }

  static double real(Value a) {
    return switch (a) {
      case Real real -> real.value();
      case Complex complex -> throw Rejected.because("a real number is needed");
      default -> new Rational(whole(a), BigInteger.ONE).toDouble();
    };
  }

  private static boolean isWhole(Value a, Value b) {
    return isWhole(a) && isWhole(b);
  }

  private static boolean isComplex(Value a, Value b) {
    return a instanceof Complex || b instanceof Complex;
  }

  private static Complex complex(Value a) {
    return a instanceof Complex complex ? complex : new Complex(real(a), 0);
  }

  private static Value bounded(BigInteger value) {
    if (value.bitLength() > MAX_BITS) {
      throw Rejected.budget("a whole number of more than " + MAX_BITS + " bits");
    }
    return new Whole(value);
  }

  private static void requireNonZero(boolean nonZero) {
    if (!nonZero) {
      throw Rejected.because("division by zero");
    }
  }
}
