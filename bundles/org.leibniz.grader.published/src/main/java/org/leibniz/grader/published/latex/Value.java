package org.leibniz.grader.published.latex;

import java.math.BigInteger;

/** A Python number. */
public sealed interface Value {
  record Whole(BigInteger value) implements Value {}

  record Real(double value) implements Value {}

  record Complex(double real, double imaginary) implements Value {}

  record Truth(boolean value) implements Value {}

  /** As Python's {@code str} writes it. */
  default String text() {
    return switch (this) {
      case Whole whole -> whole.value().toString();
      case Real real -> PythonText.of(real.value());
      case Truth truth -> truth.value() ? "True" : "False";
      case Complex complex -> PythonText.of(complex.real(), complex.imaginary());
    };
  }
}
