package org.leibniz.strategy.pot.internal;

import org.leibniz.api.executor.Execution;

/** Where a program leaves its answer. */
enum AnswerPlace {
  /** What it printed, else the value of its last expression. */
  AUTO,
  /** What it printed. */
  STDOUT,
  /** The value of its last expression. */
  VALUE,
  /** The variable {@code ans}, as in Program of Thoughts. */
  ANS;

  /** The program with what is needed to see the answer. */
  String complete(String program) {
    return this == ANS ? program + "\nans" : program;
  }

  String read(Execution execution) {
    String printed = execution.stdout().strip();
    String value = execution.value().strip();
    return switch (this) {
      case AUTO -> printed.isEmpty() ? value : printed;
      case STDOUT -> printed;
      case VALUE, ANS -> value;
    };
  }
}
