/**
 * String equivalence of the MATH benchmark (Hendrycks et al., arXiv 2103.03874; repository hendrycks/math, {@code
 * math_equivalence.py}), which most later graders start from.
 */
package org.leibniz.grader.published.hendrycks;
