/**
 * The grader released with MathCoder (arXiv 2310.03731; repository mathllm/MathCoder at d6c91fb, {@code evaluate.py} and
 * {@code utils.py}): the answer's clean-up and the equality, step by step, with their oddities.
 */
package org.leibniz.grader.published.mathcoder;
