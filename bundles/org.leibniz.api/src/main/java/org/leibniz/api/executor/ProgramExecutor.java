package org.leibniz.api.executor;

import org.leibniz.api.plugin.Plugin;

/**
 * A sandbox for programs that a model wrote. Thread-safe; starts its workers at {@code configure} or at first use and ends
 * them at {@code close}. {@code open} waits while all workers are busy.
 */
public interface ProgramExecutor extends Plugin {
  /**
   * Opens a session.
   *
   * @param seed for {@code random} and hashing, so that the same program gives the same result
   */
  Notebook open(long seed);

  /** Runs one program in a session of its own. */
  default Execution run(String program, long seed) {
    try (Notebook notebook = open(seed)) {
      return notebook.run(program);
    }
  }

  /** One line that identifies the interpreter and library versions, recorded with each run. */
  String version();
}
