package org.leibniz.strategy.hybrid.internal;

/** What is put behind the question to ask for a program. */
enum Trigger {
  /** The evaluation code's, with its leading blank. */
  CODE(" Let's write a program."),
  /** The wording of the paper's description. */
  PAPER("Let's write a program to solve the problem");

  private final String text;

  Trigger(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
