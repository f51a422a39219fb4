package org.leibniz.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leibniz.api.Config;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.Status;
import org.leibniz.executor.graalpy.internal.GraalPyExecutor;
import org.leibniz.executor.graalpy.internal.WorkerPools;

/** Values, errors and special lines look as they do in a notebook. Expected texts are IPython 8's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotebookTest {
  private static final String RULE = "-".repeat(75);

  private final WorkerPools pools = new WorkerPools();
  private final GraalPyExecutor executor = new GraalPyExecutor(pools);

  @BeforeAll
  void configure() {
    executor.configure(Config.of(Map.of("workers", 1L, "timeout", "30s")));
  }

  @AfterAll
  void stop() {
    pools.close();
  }

  private Execution run(String program) {
    return executor.run(program, 0);
  }

  private String value(String program) {
    Execution execution = run(program);
    assertThat(execution.status()).as(execution.display()).isEqualTo(Status.OK);
    return execution.value();
  }

  @Test
  void echoesPlainValues() {
    assertThat(value("'it\\'s', 1.50, -3, None, True")).isEqualTo("(\"it's\", 1.5, -3, None, True)");
    assertThat(value("{3, 1, 2}, set(), frozenset({2, 1}), (1,)")).isEqualTo("({1, 2, 3}, set(), frozenset({1, 2}), (1,))");
    assertThat(value("int, ValueError('x'), lambda a: a")).isEqualTo("(int, ValueError('x'), <function __main__.<lambda>(a)>)");
  }

  @Test
  void echoesCollections() {
    assertThat(value("from collections import *\nCounter('abb'), OrderedDict(a=1), deque([1], 5)"))
        .isEqualTo("(Counter({'b': 2, 'a': 1}), OrderedDict([('a', 1)]), deque([1], maxlen=5))");
    assertThat(value("from collections import defaultdict\ndefaultdict(list, {1: [2]})"))
        .isEqualTo("defaultdict(list, {1: [2]})");
    assertThat(value("from collections import namedtuple\nnamedtuple('P', 'x y')(1, 2)")).isEqualTo("P(x=1, y=2)");
  }

  @Test
  void settingsOfLibrariesEndWithTheirSession() {
    value("from sympy.core.parameters import global_parameters\nglobal_parameters.evaluate = False");
    value("import decimal, mpmath, sys\ndecimal.getcontext().prec = 5\nmpmath.mp.dps = 50\nsys.setrecursionlimit(5000)");
    value("from sympy import init_printing\ninit_printing(order='rev-lex')");
    assertThat(value("from sympy import symbols\nx, y = symbols('x y')\nx + x, x + y**2")).isEqualTo("(2*x, x + y**2)");
    assertThat(value("import decimal, mpmath, sys\ndecimal.getcontext().prec, mpmath.mp.dps, sys.getrecursionlimit()"))
        .isEqualTo("(28, 15, 1000)");
  }

  @Test
  void breaksLinesThatAreLongerThan79Columns() {
    assertThat(value("['a' * 30, 'b' * 30, {'k': 'c' * 30}]"))
        .isEqualTo(
            "['" + "a".repeat(30) + "',\n '" + "b".repeat(30) + "',\n {'k': '" + "c".repeat(30) + "'}]");
    assertThat(value("list(range(23))").lines()).hasSize(23);
    assertThat(value("list(range(22))").lines()).hasSize(1);
    assertThat(value("list(range(1500))")).endsWith("999,\n ...]");
  }

  @Test
  void echoesSympyAsText() {
    assertThat(value("from sympy import *\nx = symbols('x')\nsolve(x**2 - 2, x), Rational(1, 3), pi"))
        .isEqualTo("([-sqrt(2), sqrt(2)], 1/3, pi)");
    assertThat(value("from sympy import Matrix\n[Matrix([[1, 2], [3, 4]])]")).isEqualTo("[Matrix([\n [1, 2],\n [3, 4]])]");
  }

  @Test
  void showsAnErrorWithItsFramesAndTheLinesAround() {
    try (Notebook notebook = executor.open(0)) {
      notebook.run("def share(a, *b):\n    return a / 0\n");
      String text = notebook.run("x = 1\n\n# what follows fails\nshare(x, 2)\nx").display();
      assertThat(text)
          .isEqualTo(
              RULE
                  + " ZeroDivisionError"
                  + " ".repeat(25)
                  + "Traceback (most recent call last) Cell In[2], line 4\n"
                  + "      1 x = 1\n"
                  + "      3 # what follows fails\n"
                  + "----> 4 share(x, 2)\n"
                  + "      5 x\n"
                  + " Cell In[1], line 2, in share(a, *b)\n"
                  + "      1 def share(a, *b):\n"
                  + "----> 2     return a / 0\n"
                  + " ZeroDivisionError: division by zero");
    }
  }

  @Test
  void showsWhereTextIsNoPython() {
    assertThat(run("h = (-8)/(-3))/2\nh").display().strip())
        .isEqualTo("Cell In[1], line 1\n    h = (-8)/(-3))/2\n                 ^\nSyntaxError: unmatched ')'");
  }

  @Test
  void namesThePackageThatIsMissingEvenWhereTheProgramHidesIt() {
    Execution hidden = run("import numpy as np\ntry:\n    a = np.array([1])\nexcept Exception:\n    a = 0\na");
    assertThat(hidden.status()).isEqualTo(Status.UNSUPPORTED);
    assertThat(hidden.error().message()).contains("numpy.array");
    assertThat(run("import numpy as np\nfrom scipy.optimize import minimize\n1 + 1").value()).isEqualTo("2");
    assertThat(run("import numpy as np\nnp.pi * 2").status()).isEqualTo(Status.UNSUPPORTED);
  }

  @Test
  void ignoresSettingsOfTheNotebook() {
    assertThat(value("%matplotlib inline\n1 + 1")).isEqualTo("2");
    assertThat(value("%%time\n1 + 1")).isEqualTo("2");
    assertThat(value(">>> 1 + 1")).isEqualTo("2");
    assertThat(value("  x = 2\n  x")).isEqualTo("2");
    assertThat(value("5;  # quiet")).isEmpty();
  }

  @Test
  void endsProgramsThatWorkTooLongAndThoseThatOnlyWait() {
    GraalPyExecutor impatient = new GraalPyExecutor(pools);
    impatient.configure(Config.of(Map.of("workers", 1L, "timeout", "1s", "wall", "3s")));
    Execution working = impatient.run("print('begun')\nwhile True:\n    pass", 0);
    assertThat(working.status()).isEqualTo(Status.TIMEOUT);
    assertThat(working.stdout()).isEqualTo("begun\n");
    assertThat(working.error().message()).isEqualTo("the block used more than 1 s of processor time");
    assertThat(working.cpuMillis()).isBetween(1000L, 2000L);
    Execution waiting = impatient.run("import time\ntime.sleep(60)", 0);
    assertThat(waiting.status()).isEqualTo(Status.TIMEOUT);
    assertThat(waiting.error().message()).isEqualTo("the block took longer than 3 s");
    assertThat(impatient.run("import time\ntime.sleep(1.5)\n7", 0).value()).isEqualTo("7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!pip install sympy", "%lsmagic", "len?", "import os\nos.system('true')"})
  void saysThatShellAndOtherMagicsAreNotThere(String program) {
    assertThat(run(program).status()).isEqualTo(Status.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import sympy\nsympy.solve = None",
        "import sympy\nsympy.Symbol.__add__ = lambda a, b: 7",
        "import math\nmath.sqrt = abs",
        "import builtins\nbuiltins.sum = max",
        "import threading, time\nthreading.Thread(target=lambda: time.sleep(60)).start()"
      })
  void whatOneSessionChangesNoOtherSees(String program) {
    run(program);
    String check = "import math, sympy, threading\nx = sympy.Symbol('x')\n"
        + "sympy.solve(x - 1), x + x, math.sqrt(4), sum([1, 2]), threading.active_count()";
    assertThat(value(check)).isEqualTo("([1], 2*x, 2.0, 3, 1)");
  }
}
