package org.leibniz.grader.published.latex;

/**
 * The part of latex2sympy2's module-level state that lives within one comparison: building a differential ({@code d} with a
 * letter) replaces its table of variables, after which every symbol is refused. The original keeps this for the rest of the
 * process; here it ends with the comparison, as in a fresh process.
 */
public final class Scope {
  private boolean variablesLost;

  void loseVariables() {
    variablesLost = true;
  }

  void requireVariables() {
    if (variablesLost) {
      throw Rejected.because("a symbol behind a differential");
    }
  }
}
