package org.leibniz.executor.cpython.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.Config;
import org.leibniz.api.executor.Notebook;
import org.leibniz.executor.kit.Lateness;
import org.leibniz.executor.kit.ProcessStates;

/** Workers never outlive the process that started them by a second, whatever they are doing, and leave no files. */
class HostDeathTest {
  private static final long WITHIN_MILLIS = 1000;

  @TempDir Path temporary;

  @Test
  void aWorkerInAnEndlessLoopEndsWhenItsHostIsKilled() throws Exception {
    Machine.assumeReady();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dleibniz.cpython=" + Environment.ofProcess().folder(),
            "-Djava.io.tmpdir=" + temporary,
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            Host.class.getName());
    Process host = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = host.inputReader(); Lateness lateness = new Lateness()) {
      assertThat(out.readLine()).isEqualTo("running");
      List<ProcessHandle> workers = host.descendants().toList();
      // The sandbox, its first process, the server, the session.
      assertThat(workers).hasSizeGreaterThanOrEqualTo(3);
      host.destroyForcibly().waitFor();
      long killed = System.nanoTime();
      // Long, so that a crowded machine shows as lateness and not as a worker that stays. ProcessHandle.onExit() would look
      // at processes of others every 300 milliseconds only, and wait until their new parent has noticed their end.
      while (System.nanoTime() - killed < TimeUnit.SECONDS.toNanos(60) && workers.stream().anyMatch(ProcessStates::isRunning)) {
        TimeUnit.MILLISECONDS.sleep(2);
      }
      long millis = (System.nanoTime() - killed) / 1_000_000;
      // Processes end one after the other, and on a crowded machine each waits for its turn.
      long turns = lateness.worst().multipliedBy(workers.size()).toMillis();
      assertThat(millis).as("milliseconds that workers outlived their host").isLessThan(WITHIN_MILLIS + turns);
      assertThat(leftovers()).as("files left").isEmpty();
    } finally {
      host.destroyForcibly();
    }
  }

  /** Files that sessions and those who start them could leave. */
  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.toList();
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
