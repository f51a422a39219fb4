/** Equality of expressions as the papers' programs get it from sympy: read, subtract, simplify to zero. */
package org.leibniz.grader.published.symbolic;
