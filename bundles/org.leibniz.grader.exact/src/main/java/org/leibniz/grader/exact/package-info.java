/**
 * The plain grader: an answer found by its mark and compared as a text, a number or a letter. Nothing is computed; see {@link
 * org.leibniz.grader.exact.ExactGrader}.
 */
package org.leibniz.grader.exact;
