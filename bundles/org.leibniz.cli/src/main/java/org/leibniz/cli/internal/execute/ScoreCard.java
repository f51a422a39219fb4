package org.leibniz.cli.internal.execute;

import java.util.List;
import java.util.function.Predicate;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.executor.Status;

/** Small programs that show what an executor can do. */
record ScoreCard(ProgramExecutor executor) {
  /** How one of them went. */
  record Mark(String name, boolean passed, Execution execution) {}

  private record Question(String name, List<String> blocks, Predicate<Execution> right) {}

  private static final List<Question> QUESTIONS =
      List.of(
          new Question("echoes a value", List.of("6 * 7"), ran -> ran.value().equals("42")),
          new Question("keeps state between blocks", List.of("x = 20", "x + 22"), ran -> ran.value().equals("42")),
          new Question("captures output", List.of("print('calculemus')"), ran -> ran.stdout().equals("calculemus\n")),
          new Question(
              "names what was raised",
              List.of("1 / 0"),
              ran -> ran.status() == Status.ERROR && ran.error().type().equals("ZeroDivisionError")),
          new Question(
              "solves with sympy",
              List.of("from sympy import symbols, solve\nx = symbols('x')\nsolve(x**2 - 5*x + 6, x)"),
              ran -> ran.value().equals("[2, 3]")),
          new Question(
              "survives an exit", List.of("import sys\nsys.exit(3)"), ran -> ran.status() != Status.OK || ran.value().isEmpty()),
          new Question("ends an endless loop", List.of("while True:\n    pass"), ran -> ran.status() == Status.TIMEOUT),
          new Question("goes on after it", List.of("'alive'"), ran -> ran.status() == Status.OK));

  List<Mark> marks() {
    return QUESTIONS.stream().map(this::mark).toList();
  }

  private Mark mark(Question question) {
    try (Notebook notebook = executor.open(0)) {
      Execution last = null;
      for (String block : question.blocks()) {
        last = notebook.run(block);
      }
      return new Mark(question.name(), question.right().test(last), last);
    }
  }
}
