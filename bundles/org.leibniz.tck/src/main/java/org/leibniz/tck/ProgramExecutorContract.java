package org.leibniz.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.leibniz.api.Config;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.executor.Status;

/**
 * What every executor of Python programs must keep. Extend it and say how yours is made; one instance serves all tests,
 * with a limit of {@link #config} that its hostile programs reach soon.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ProgramExecutorContract {
  private ProgramExecutor executor;

  /** A new, unconfigured executor. */
  protected abstract ProgramExecutor create();

  /** Settings with a time limit of a few seconds. */
  protected Config config() {
    return Config.of(Map.of("timeout", "4s"));
  }

  @BeforeAll
  void configure() {
    executor = create();
    executor.configure(config());
  }

  @AfterAll
  void close() {
    executor.close();
  }

  protected final ProgramExecutor executor() {
    return executor;
  }

  protected final Execution run(String program) {
    return executor.run(program, 1);
  }

  @Test
  void printsAndEchoesTheLastExpression() {
    Execution execution = run("print('eggs')\nsold = 16 - 3 - 4\nsold * 2");
    assertThat(execution.status()).isEqualTo(Status.OK);
    assertThat(execution.succeeded()).isTrue();
    assertThat(execution.stdout()).isEqualTo("eggs\n");
    assertThat(execution.value()).isEqualTo("18");
    assertThat(execution.display()).isEqualTo("eggs\n18");
    assertThat(execution.error()).isEqualTo(Execution.ErrorInfo.NONE);
  }

  @Test
  void echoesNothingForNoValue() {
    Execution execution = run("x = 1\nNone");
    assertThat(execution.value()).isEmpty();
    assertThat(execution.display()).isEmpty();
    assertThat(run("").status()).isEqualTo(Status.OK);
  }

  @Test
  void showsOutputErrorsAndValueInOrderOfArrival() {
    Execution execution = run("import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')\n'd'");
    assertThat(execution.display()).isEqualTo("a\nb\nc\n'd'");
    assertThat(execution.stdout()).isEqualTo("a\nc\n");
    assertThat(execution.stderr()).isEqualTo("b\n");
  }

  @Test
  void aFailingProgramIsAResult() {
    Execution execution = run("print('before')\n1 / 0");
    assertThat(execution.status()).isEqualTo(Status.ERROR);
    assertThat(execution.error().type()).isEqualTo("ZeroDivisionError");
    assertThat(execution.error().message()).isEqualTo("division by zero");
    assertThat(execution.error().traceback()).contains("Traceback (most recent call last)").contains("1 / 0");
    assertThat(execution.display()).startsWith("before\n").endsWith("ZeroDivisionError: division by zero");
  }

  @Test
  void aProgramThatDoesNotParseIsAResult() {
    Execution execution = run("x = = 2");
    assertThat(execution.status()).isEqualTo(Status.ERROR);
    assertThat(execution.error().type()).isEqualTo("SyntaxError");
  }

  @Test
  void aSessionKeepsItsStateBetweenBlocksAlsoAfterAnError() {
    try (Notebook notebook = executor.open(1)) {
      notebook.run("x = 20");
      assertThat(notebook.run("raise ValueError(x)").status()).isEqualTo(Status.ERROR);
      assertThat(notebook.run("x + 1").value()).isEqualTo("21");
    }
  }

  @Test
  void sessionsSeeNothingOfEachOther() {
    try (Notebook first = executor.open(1)) {
      first.run("secret = 1\nimport builtins\nbuiltins.print = None\nlen = None");
    }
    for (int i = 0; i < 3; i++) {
      assertThat(run("print('still there', len('abc'))\n'secret' in globals()").display())
          .isEqualTo("still there 3\nFalse");
    }
  }

  @Test
  void theSeedDecidesWhatIsRandom() {
    String program = "import random\n[random.randint(0, 10**9) for _ in range(3)], hash('leibniz')";
    String once = executor.run(program, 7).value();
    assertThat(executor.run(program, 7).value()).isEqualTo(once);
    assertThat(executor.run(program, 8).value()).isNotEqualTo(once);
  }

  @Test
  void windowsLineEndsAreLineEnds() {
    assertThat(run("a = 2\r\nif a:\r\n    a += 1\r\na").value()).isEqualTo("3");
  }

  @Test
  void anEndlessProgramIsKilledAndTheSessionGoesOnAfresh() {
    try (Notebook notebook = executor.open(1)) {
      notebook.run("x = 1");
      Execution endless = notebook.run("print('so far')\nwhile True:\n    try:\n        pass\n    except BaseException:\n        pass");
      assertThat(endless.status()).isEqualTo(Status.TIMEOUT);
      assertThat(endless.succeeded()).isFalse();
      assertThat(notebook.run("'x' in globals()").value()).isEqualTo("False");
    }
  }

  @Test
  void arithmeticThatCannotBeInterruptedIsKilledToo() {
    assertThat(run("sum(range(10**13))").status()).isEqualTo(Status.TIMEOUT);
  }

  @Test
  void aProgramThatTakesAllMemoryHarmsOnlyItself() {
    Execution greedy = run("held = []\nwhile True:\n    try:\n        held.append([0] * 10_000_000)\n    except BaseException:\n        pass");
    assertThat(greedy.status()).isIn(Status.MEMORY, Status.TIMEOUT);
    assertThat(run("1 + 1").value()).isEqualTo("2");
  }

  @Test
  void keepsBothEndsOfTooMuchOutput() {
    Execution loud = run("print('first')\nfor i in range(30000):\n    print('line', i)\nprint('last')\n5");
    assertThat(loud.status()).isEqualTo(Status.TRUNCATED);
    assertThat(loud.display()).startsWith("first\n").contains("left out").endsWith("last\n5");
    assertThat(loud.value()).isEqualTo("5");
  }

  @Test
  void endlessRecursionIsAnError() {
    Execution execution = run("def f(n):\n    return f(n + 1)\nf(0)");
    assertThat(execution.status()).isEqualTo(Status.ERROR);
    assertThat(execution.error().type()).isEqualTo("RecursionError");
    assertThat(execution.display().length()).isLessThan(100_000);
  }

  @Test
  void aProgramMayLeave() {
    assertThat(run("print('bye')\nimport sys\nsys.exit()\nprint('never')").stdout()).isEqualTo("bye\n");
    assertThat(run("import os\nos._exit(3)").succeeded()).isFalse();
    assertThat(run("1 + 1").value()).isEqualTo("2");
  }

  @Test
  void aProgramSeesNoFilesOfThisMachineAndStartsNoProcess() {
    for (String program :
        List.of(
            "open('/etc/passwd').read()",
            "open('/proc/self/environ').read()",
            "import os\nassert os.system('true') == 0",
            "import subprocess\nsubprocess.run(['true'], check=True)",
            "import socket\nsocket.create_connection(('127.0.0.1', 9), 1)")) {
      assertThat(run(program).succeeded()).as(program).isFalse();
    }
  }

  /** An executor may give a session a folder of its own; nobody else sees what is in it. */
  @Test
  void whatAProgramWritesNobodyElseSees() {
    Path here = Path.of("/tmp/leibniz-was-here-" + ProcessHandle.current().pid());
    run("open('" + here + "', 'w').write('x')");
    assertThat(here).doesNotExist();
    assertThat(run("open('" + here + "').read()").succeeded()).isFalse();
  }

  @Test
  void asksNobodyForInput() {
    assertThat(run("input('number? ')").succeeded()).isFalse();
  }

  @Test
  void whatAProgramPrintsIsNeverTakenForAReply() {
    Execution execution = run("import sys\nsys.__stdout__.write('\\x00\\x00\\x00\\x01+')\nprint('\\x00\\x00\\x00\\x05=')\n1");
    assertThat(execution.value()).isEqualTo("1");
    assertThat(run("2").value()).isEqualTo("2");
  }

  @Test
  void servesManySessionsAtATime() throws InterruptedException {
    List<String> values = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int number = i;
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Notebook notebook = executor.open(number)) {
                      notebook.run("n = " + number);
                      values.add(notebook.run("n * n").value());
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(values)
        .containsExactlyInAnyOrder("0", "1", "4", "9", "16", "25", "36", "49", "64", "81", "100", "121");
  }

  @Test
  void saysWhatItIs() {
    assertThat(executor.version()).isNotBlank().doesNotContain("\n");
  }
}
