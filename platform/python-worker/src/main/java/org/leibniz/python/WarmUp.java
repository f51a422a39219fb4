package org.leibniz.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.graalvm.polyglot.Value;

/**
 * Ordinary programs that are run before real ones, so that those do not pay for what is slow the first time: sympy loads
 * much of itself when it is first asked, which can take a third of a block's time limit or, on a crowded machine, all of it.
 * The first few are run before a worker says that it is ready, the others when it has nothing else to do or is about to run
 * its first block that uses sympy.
 */
final class WarmUp {
  private static final List<String> BEFORE_READY =
      List.of(
          """
          eggs = 16
          sold = eggs - 3 - 4
          print("sold", sold)
          sold * 2, {"a": 1.5}
          """,
          "1 / 0",
          """
          from sympy import symbols, Eq, solve
          x, y = symbols('x y')
          solve((Eq(x + y, 10), Eq(x - y, 2)), (x, y)), solve(Eq(x / 3 + 5 / 2, x - 5), x)
          """);

  private static final List<String> LATER =
      List.of(
          """
          from sympy import *
          x = symbols('x')
          solve(x**2 - 5*x + 6, x), simplify((x**2 - 1) / (x - 1)), Rational(1, 3), solve(sqrt(x**2 + 16) - 6, x)
          """,
          """
          from sympy import *
          x, n = symbols('x n')
          factor(x**3 - 1), expand((x + 1)**4), diff(sin(x)**2, x), solve(x**3 - 2*x + 1, x), factorint(360)
          """,
          """
          from sympy import *
          x = symbols('x', positive=True)
          integrate(x**2, (x, 0, 1)), limit(sin(x) / x, x, 0), Matrix([[1, 2], [3, 4]]).det(), N(sqrt(2), 20)
          """,
          """
          from sympy import *
          x = symbols('x', real=True)
          solve(x**2 < 4, x), solve(Abs(x - 1) - 2, x), simplify(sin(x)**2 + cos(x)**2), summation(x, (x, 1, 10))
          """);

  private final Interpreter interpreter;
  private final Transcript transcript;
  private final Deque<String> left = new ArrayDeque<>(LATER);

  WarmUp(Interpreter interpreter, Transcript transcript) {
    this.interpreter = interpreter;
    this.transcript = transcript;
  }

  void beforeReady() {
    BEFORE_READY.forEach(this::run);
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
