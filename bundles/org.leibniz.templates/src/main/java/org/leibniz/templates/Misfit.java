package org.leibniz.templates;

/** An expression that has no value for the numbers drawn, for instance a division that leaves a remainder. */
final class Misfit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Misfit(String message) {
    super(message);
  }
}
