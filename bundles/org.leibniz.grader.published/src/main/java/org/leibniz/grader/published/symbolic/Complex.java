package org.leibniz.grader.published.symbolic;

import org.leibniz.grader.published.latex.Rejected;

/** A complex number with double parts; principal values. */
record Complex(double re, double im) {
  static final Complex ZERO = new Complex(0, 0);
  static final Complex ONE = new Complex(1, 0);

  static Complex of(double value) {
    return new Complex(value, 0);
  }

  boolean isReal() {
    return im == 0;
  }

  double abs() {
    return Math.hypot(re, im);
  }

  Complex plus(Complex other) {
    return new Complex(re + other.re, im + other.im);
  }

  Complex minus(Complex other) {
    return new Complex(re - other.re, im - other.im);
  }

  Complex times(Complex other) {
    return isReal() && other.isReal()
        ? of(re * other.re)
        : new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
  }

  Complex inverse() {
    if (re == 0 && im == 0) {
      throw Rejected.because("division by zero");
    }
    if (isReal()) {
      return of(1 / re);
    }
    double square = re * re + im * im;
    return new Complex(re / square, -im / square);
  }

  Complex power(Complex exponent) {
    if (isReal() && exponent.isReal()) {
      if (re == 0 && exponent.re < 0) {
        throw Rejected.because("division by zero");
      }
      if (re >= 0 || exponent.re == Math.rint(exponent.re)) {
        return of(Math.pow(re, exponent.re));
      }
    }
    return re == 0 && im == 0 ? ZERO : log().times(exponent).exp();
  }

  Complex exp() {
    double size = Math.exp(re);
    return isReal() ? of(size) : new Complex(size * Math.cos(im), size * Math.sin(im));
  }

  Complex log() {
    if (re == 0 && im == 0) {
      throw Rejected.because("the logarithm of zero");
    }
    return isReal() && re > 0 ? of(Math.log(re)) : new Complex(Math.log(abs()), Math.atan2(im, re));
  }
}
