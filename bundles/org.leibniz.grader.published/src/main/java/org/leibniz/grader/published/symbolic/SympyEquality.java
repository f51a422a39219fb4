package org.leibniz.grader.published.symbolic;

import java.util.Optional;
import org.leibniz.grader.published.latex.Latex;
import org.leibniz.grader.published.latex.Rejected;
import org.leibniz.grader.published.latex.Scope;
import org.leibniz.grader.published.latex.Term;
import org.leibniz.grader.published.number.PythonFloat;

/**
 * An equivalent of {@code simplify(a - b) == 0}: both expressions have the same value at fixed points. It accepts what
 * sympy proves equal; where sympy's simplification gives up, sympy says different and this says equal.
 */
public final class SympyEquality {
  private static final int POINTS = 4;
  /** Longer texts are no answers; sympy itself takes minutes for some of them. */
  private static final int MAX_LENGTH = 500;
  private static final double EXACT = 1e-11;
  private static final double ZERO = 1e-14;

  private SympyEquality() {}

  /** Which notations are read. */
  public enum Notation {
    /** LaTeX first, then plain text. */
    LATEX,
    /** Plain text alone, as where sympy's LaTeX reader is not installed. */
    PLAIN
  }

  /** The expression a text stands for, or empty. */
  public static Optional<Term> read(String text, Notation notation) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    if (notation == Notation.LATEX) {
      try {
        return Optional.of(Latex.parse(text, new Scope()));
      } catch (Rejected refusal) {
        // plain text may do
      } catch (StackOverflowError deep) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(PlainText.parse(text));
    } catch (Rejected refusal) {
      return Optional.empty();
    }
  }

  /** As {@link #read} with LaTeX alone. */
  public static Optional<Term> readLatex(String text) {
    if (text.length() > MAX_LENGTH || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Latex.parse(text, new Scope()));
    } catch (Rejected | StackOverflowError refusal) {
      return Optional.empty();
    }
  }

  /** The numeric value, or empty where it has a symbol or none. */
  public static Optional<Double> value(String plainText) {
    try {
      Probe probe = new Probe(0);
      Complex value = probe.of(PlainText.parse(plainText));
      return probe.isSymbolic() || !value.isReal() ? Optional.empty() : Optional.of(value.re());
    } catch (Rejected refusal) {
      return Optional.empty();
    }
  }

  /** Whether the difference is zero, or, for two real numbers, within a relative tolerance. */
  public static boolean equal(Term a, Term b, double tolerance) {
    if (a.equals(b)) {
      return true;
    }
    try {
      for (int point = 0; point < POINTS; point++) {
        Probe probe = new Probe(point);
        Complex x = probe.of(a);
        Complex y = probe.of(b);
        boolean numbers = !probe.isSymbolic() && x.isReal() && y.isReal();
        double distance = x.minus(y).abs();
        if (numbers) {
          return distance < ZERO || PythonFloat.isClose(x.re(), y.re(), Math.max(tolerance, EXACT));
        }
        if (!(distance <= EXACT * Math.max(1, Math.max(x.abs(), y.abs())))) {
          return false;
        }
      }
      return true;
    } catch (Rejected | StackOverflowError refusal) {
      return false;
    }
  }
}
