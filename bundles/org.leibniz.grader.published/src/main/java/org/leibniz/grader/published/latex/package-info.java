/**
 * Reading LaTeX answers the way latex2sympy2 1.9.0 with sympy 1.11.1 does, which the MathCoder grader stands on: which texts
 * are refused, which expression comes out, when two of them are structurally equal, and what Python's {@code eval} makes of
 * an expression's printed form. Start at {@link org.leibniz.grader.published.latex.Latex}.
 */
package org.leibniz.grader.published.latex;
