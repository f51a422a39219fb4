package org.leibniz.grader.math;

/** A text or a value is larger than the budgets on depth, nodes and bits allow, or has no value. Carries no stack trace. */
final class OverBudget extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OverBudget(String what) {
    super(what, null, false, false);
  }
}
