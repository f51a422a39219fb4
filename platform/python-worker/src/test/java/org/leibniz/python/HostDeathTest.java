package org.leibniz.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.Config;
import org.leibniz.api.executor.Notebook;
import org.leibniz.executor.graalpy.internal.GraalPyExecutor;
import org.leibniz.executor.graalpy.internal.WorkerPools;
import org.leibniz.executor.kit.Lateness;
import org.leibniz.executor.kit.ProcessStates;

/** Workers never outlive the process that started them by a second, whatever they are doing, and leave no files. */
class HostDeathTest {
  private static final long WITHIN_MILLIS = 1000;
  /** Of the cache, all but its lock; of temporary files, all. */
  private static final Pattern UNFINISHED = Pattern.compile("tmp/.+|cache/python/worker-.*[.]aot[.](?!lock).*");

  @TempDir Path temporary;

  @Test
  void aWorkerInAnEndlessLoopEndsWhenItsHostIsKilled() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dleibniz.python.home=" + System.getProperty("leibniz.python.home"),
            "-Dleibniz.cache=" + temporary.resolve("cache"),
            "-Djava.io.tmpdir=" + Files.createDirectories(temporary.resolve("tmp")),
            "-cp",
            System.getProperty("java.class.path"),
            Host.class.getName());
    Process host = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = host.inputReader(); Lateness lateness = new Lateness()) {
      assertThat(out.readLine()).isEqualTo("running");
      List<ProcessHandle> workers = host.descendants().toList();
      // One of them may be making the ahead-of-time cache.
      assertThat(workers).isNotEmpty();
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

  /** Files that workers and those who start them could leave; what the interpreter unpacks is meant to stay. */
  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files.filter(file -> UNFINISHED.matcher(temporary.relativize(file).toString()).matches()).toList();
    }
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
