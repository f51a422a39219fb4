package org.leibniz.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.executor.Notebook;
import org.leibniz.executor.graalpy.internal.GraalPyExecutor;
import org.leibniz.executor.graalpy.internal.WorkerPools;

/** Workers never outlive the process that started them, whatever they are doing. */
class HostDeathTest {
  @Test
  void aWorkerInAnEndlessLoopEndsWhenItsHostIsKilled() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dleibniz.python.home=" + System.getProperty("leibniz.python.home"),
            "-Dleibniz.cache=" + System.getProperty("leibniz.cache"),
            "-cp",
            System.getProperty("java.class.path"),
            Host.class.getName());
    Process host = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = host.inputReader()) {
      assertThat(out.readLine()).isEqualTo("running");
      List<ProcessHandle> workers = host.descendants().filter(HostDeathTest::isWorker).toList();
      assertThat(workers).isNotEmpty();
      host.destroyForcibly().waitFor();
      for (ProcessHandle worker : workers) {
        // A second on a quiet machine; the limit is for crowded ones.
        worker.onExit().get(20, TimeUnit.SECONDS);
      }
    } finally {
      host.destroyForcibly();
    }
  }

  private static boolean isWorker(ProcessHandle process) {
    String command = process.info().commandLine().orElse("");
    return command.contains("org.leibniz.python.Worker") && !command.contains("AOTCacheOutput");
  }

  /** A host that runs an endless program. */
  static final class Host {
    private Host() {}

    public static void main(String[] arguments) {
      try (GraalPyExecutor executor = new GraalPyExecutor(new WorkerPools())) {
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
