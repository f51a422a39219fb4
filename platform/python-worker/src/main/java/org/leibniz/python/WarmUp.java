package org.leibniz.python;

import java.util.ArrayDeque;
import java.util.Deque;
import org.graalvm.polyglot.Value;
import org.leibniz.notebook.OrdinaryPrograms;

/**
 * Ordinary programs that are run before real ones, so that those do not pay for what is slow the first time: sympy loads
 * much of itself when it is first asked, which can take a third of a block's time limit or, on a crowded machine, all of it.
 * The first few are run before a worker says that it is ready, the others when it has nothing else to do or is about to run
 * its first block that uses sympy.
 */
final class WarmUp {
  private final Interpreter interpreter;
  private final Transcript transcript;
  private final Deque<String> left = new ArrayDeque<>(OrdinaryPrograms.LATER);

  WarmUp(Interpreter interpreter, Transcript transcript) {
    this.interpreter = interpreter;
    this.transcript = transcript;
  }

  void beforeReady() {
    OrdinaryPrograms.FIRST.forEach(this::run);
    interpreter.rememberLibraries();
  }

  /** Whether there is something left to do. */
  boolean unfinished() {
    return !left.isEmpty();
  }

  /** One step, of about a second; also while a session is open. */
  void step() {
    interpreter.warm(left.removeFirst());
  }

  /** All steps that are left, before a block that will need them. */
  void before(String code) {
    if (code.contains("sympy")) {
      while (unfinished()) {
        step();
      }
    }
  }

  private void run(String program) {
    Value session = interpreter.open(0);
    interpreter.run(session, program);
    interpreter.close(session);
    transcript.clear();
  }
}
