package org.leibniz.grader.published.latex;

record Token(Kind kind, String text) {
  boolean is(Kind other) {
    return kind == other;
  }
}
