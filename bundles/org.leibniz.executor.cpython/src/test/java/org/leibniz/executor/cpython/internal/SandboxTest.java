package org.leibniz.executor.cpython.internal;

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

/** What a program can reach from inside, and that sessions do not wait for each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxTest {
  private final ForkServers servers = new ForkServers();
  private final CPythonExecutor executor = new CPythonExecutor(servers);

  @BeforeAll
  void configure() {
    Machine.assumeReady();
    executor.configure(Config.of(Map.of("workers", 2L, "timeout", "2s", "wall", "4s", "memory", "512MiB")));
  }

  @AfterAll
  void stop() {
    servers.close();
  }

  private Execution run(String program) {
    return executor.run(program, 0);
  }

  @Test
  void scientificPackagesWork() {
    assertThat(run("import numpy as np\nnp.linalg.solve(np.array([[2, 1], [1, 3]]), [3, 5])").value()).isEqualTo("array([0.8, 1.4])");
    assertThat(run("from scipy.optimize import brentq\nround(brentq(lambda x: x**2 - 2, 0, 2), 6)").value()).isEqualTo("1.414214");
    assertThat(run("import pandas as pd\nint(pd.DataFrame({'a': [1, 2]}).a.sum())").value()).isEqualTo("3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import numpy as np\nnp.random.randint(0, 10**9)",
        "import numpy as np\n[int(np.random.default_rng().integers(0, 10**9)) for _ in range(2)]",
        "import numpy as np\nnp.random.Generator(np.random.PCG64()).random()",
        "import numpy as np\nnp.random.RandomState().rand()",
        "from scipy.stats import norm\nnorm.rvs(size=2).tolist()"
      })
  void theSeedDecidesWhatNumpyDrawsToo(String program) {
    assertThat(executor.run(program, 3).status()).isEqualTo(Status.OK);
    assertThat(executor.run(program, 3).value()).isEqualTo(executor.run(program, 3).value());
    assertThat(executor.run(program, 3).value()).isNotEqualTo(executor.run(program, 4).value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import os\nos.fork()",
        "import os\nos.execv('/bin/sh', ['sh'])",
        "import subprocess, sys\nsubprocess.run([sys.executable, '-c', '1'], check=True)",
        "import multiprocessing\nmultiprocessing.Process(target=print).start()",
        "import socket\nsocket.socket(socket.AF_UNIX)",
        "import socket\nsocket.socket()",
        "import ctypes, os\nassert ctypes.CDLL(None).ptrace(16, 1, 0, 0) == 0",
        "import ctypes\nassert ctypes.CDLL(None).unshare(0x10000000) == 0",
        "import ctypes\nassert ctypes.CDLL(None).mount(b'none', b'/tmp', b'tmpfs', 0, None) == 0",
        "import os\nos.setuid(0)",
        "import os\nassert os.listdir('/proc')",
        "import os\nassert {'home', 'var', 'bin'} & set(os.listdir('/'))",
        "open('/usr/lib/written', 'w')",
        "open('/written', 'w')",
        "import os\nos.kill(2, 9)",
        "with open('/tmp/full', 'wb') as f:\n    while True:\n        f.write(bytes(1 << 20))",
        "x = bytearray(1 << 30)"
      })
  void aProgramCannot(String program) {
    assertThat(run(program).succeeded()).as(program).isFalse();
    assertThat(run("1 + 1").value()).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import os\nos.write(3, b'\\x00\\x00\\x00\\x02[]')",
        "import os\nos.write(3, b'\\xff' * 100000)",
        "import os\nos.close(3)",
        "import os, signal\nos.kill(-1, 9)\nos.abort()",
        "import ctypes\nctypes.string_at(0)",
        "import sys\nsys.setrecursionlimit(10**9)\ndef f(n): return f(n + 1)\nf(0)",
        "import threading\nwhile True:\n    threading.Thread(target=lambda: [0] * 10, daemon=True).start()",
        "while True:\n    print('flood' * 1000)",
        "import os\nwhile True:\n    os.write(1, b'flood' * 1000)",
        "import builtins\nbuiltins.len = None\nbuiltins.__import__ = None\nlen([])",
        "3**(10**8)",
        "'a' * (1 << 40)",
        "import sys\nf = sys._getframe()\nwhile f.f_back: f = f.f_back\nf.f_globals.clear()\n1"
      })
  void aHostileProgramHarmsOnlyItself(String program) {
    run(program);
    assertThat(run("len('abc')").value()).isEqualTo("3");
  }

  @Test
  void whatBypassesPythonsStreamsIsShownToo() {
    assertThat(run("import os\nn = os.write(1, b'straight out')").stdout()).isEqualTo("straight out");
  }

  @Test
  void openSessionsKeepNobodyWaiting() {
    try (Notebook first = executor.open(1);
        Notebook second = executor.open(2);
        Notebook third = executor.open(3)) {
      first.run("x = 1");
      second.run("x = 2");
      third.run("x = 3");
      assertThat(first.run("x").value() + second.run("x").value() + third.run("x").value()).isEqualTo("123");
    }
  }

  @Test
  void killsWithinAQuarterOfASecond() {
    CPythonExecutor patient = new CPythonExecutor(servers);
    patient.configure(Config.of(Map.of("timeout", "2s", "wall", "2m")));
    Execution endless = patient.run("print('so far')\nsum(range(10**13))", 0);
    assertThat(endless.status()).isEqualTo(Status.TIMEOUT);
    assertThat(endless.stdout()).isEqualTo("so far\n");
    // In processor time, which others on the machine do not stretch.
    assertThat(endless.cpuMillis()).isBetween(2000L, 2250L);
  }

  @Test
  void theFileOfARunHasToSayThatItsProgramsAreTrusted() {
    try (ForkServers own = new ForkServers(); CPythonExecutor trusting = new CPythonExecutor(own)) {
      trusting.configure(Config.of(Map.of("sandbox", Settings.TRUSTING)));
      assertThat(trusting.run("open('/etc/passwd').read() != ''", 0).value()).isEqualTo("True");
    }
  }
}
