package org.leibniz.executor.cpython.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.executor.Notebook;

/** Workers never outlive the process that started them, whatever they are doing. */
class HostDeathTest {
  @Test
  void aWorkerInAnEndlessLoopEndsWhenItsHostIsKilled() throws Exception {
    Machine.assumeReady();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dleibniz.cpython=" + Environment.ofProcess().folder(),
            "-cp",
            System.getProperty("java.class.path"),
            Host.class.getName());
    Process host = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = host.inputReader()) {
      assertThat(out.readLine()).isEqualTo("running");
      List<ProcessHandle> workers = host.descendants().toList();
      // The sandbox, its first process, the server, the session.
      assertThat(workers).hasSizeGreaterThanOrEqualTo(3);
      host.destroyForcibly().waitFor();
      for (ProcessHandle worker : workers) {
        // A second on a quiet machine; the limit is for crowded ones.
        worker.onExit().get(20, TimeUnit.SECONDS);
      }
    } finally {
      host.destroyForcibly();
    }
  }

  /** A host that runs an endless program. */
  static final class Host {
    private Host() {}

    public static void main(String[] arguments) {
      try (CPythonExecutor executor = new CPythonExecutor(new ForkServers())) {
        executor.configure(Config.of(Map.of("timeout", "10m")));
        try (Notebook notebook = executor.open(0)) {
          notebook.run("1");
          System.out.println("running");
          notebook.run("while True: pass");
        }
      }
    }
  }
}
