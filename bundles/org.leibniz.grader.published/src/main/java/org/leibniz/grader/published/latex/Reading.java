package org.leibniz.grader.published.latex;

/**
 * What a rule of the grammar read, turned into an expression only when the whole text has been read: the parser tries
 * alternatives, and building has effects and refusals of its own.
 */
@FunctionalInterface
interface Reading {
  Term build(Scope scope);
}
