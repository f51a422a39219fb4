package org.leibniz.grader.math;

/** A text is not mathematics that the reader knows. Carries no stack trace: garbage is common. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable(String what) {
    super(what, null, false, false);
  }
}
