/**
 * The grader {@code math}, Leibniz's default. {@link org.leibniz.grader.math.MathGrader} finds an answer ({@link
 * org.leibniz.grader.math.AnswerFinder}), reads it into an {@link org.leibniz.grader.math.Expression} ({@link
 * org.leibniz.grader.math.AnswerReader}) and compares two of them in layers ({@link org.leibniz.grader.math.Equality}).
 */
package org.leibniz.grader.math;
