package org.leibniz.executor.graalpy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/**
 * Where the workers' program lies and how it is started.
 *
 * @param home folder with {@code lib/*.jar}, {@code site/} and {@code worker.properties}
 * @param cache folder for what may be deleted at any time
 */
record WorkerFiles(Path home, Path cache) {
  static final String MAIN_CLASS = "org.leibniz.python.Worker";

  /** From the properties {@code leibniz.python.home} and {@code leibniz.cache}, which the launcher sets. */
  static WorkerFiles ofProcess() {
    String home = System.getProperty("leibniz.python.home");
    if (home == null) {
      throw missing("the property leibniz.python.home is not set");
    }
    String user = System.getProperty("user.home", ".");
    Path cache = Path.of(System.getProperty("leibniz.cache", Path.of(user, ".cache", "leibniz").toString()));
    WorkerFiles files = new WorkerFiles(Path.of(home).toAbsolutePath().normalize(), cache.toAbsolutePath());
    if (!Files.isDirectory(files.site().resolve("sympy"))) {
      throw missing("there is no sympy in " + files.site());
    }
    if (files.jars().isEmpty()) {
      throw missing("there are no jars in " + files.home.resolve("lib"));
    }
    return files;
  }

  private static LeibnizException missing(String what) {
    return new LeibnizException(
        ErrorCode.EXECUTOR_FAILED, "executor graalpy cannot run programs: " + what + "; build the distribution again");
  }

  Path site() {
    return home.resolve("site");
  }

  List<Path> jars() {
    try (Stream<Path> files = Files.list(home.resolve("lib"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Interpreter and package versions. */
  String version() {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("worker.properties"))) {
      properties.load(in);
    } catch (IOException e) {
      return "GraalPy";
    }
    return properties.getProperty("interpreter", "GraalPy") + ", " + properties.getProperty("packages", "no packages");
  }

  /**
   * The command of a worker.
   *
   * @param options further options of the virtual machine, in front of the class path
   */
  List<String> command(Limits limits, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The first compiler alone: a warm program takes longer, but a worker starts in half the time.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx" + (limits.block().memory() >> 20) + "m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:-UsePerfData");
    // Standard output belongs to the protocol; the virtual machine would write its warnings there.
    command.add("-Xlog:disable");
    command.add("-Xlog:all=error:stderr");
    command.add("-Duser.timezone=UTC");
    command.add("-Duser.language=en");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Djava.awt.headless=true");
    command.add("-Dpolyglot.engine.userResourceCache=" + cache.resolve("python"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(options);
    command.add("-cp");
    command.add(String.join(java.io.File.pathSeparator, jars().stream().map(Path::toString).toList()));
    command.add(MAIN_CLASS);
    command.add(site().toString());
    command.add(Integer.toString(limits.block().output()));
    command.add(Long.toString(ProcessHandle.current().pid()));
    return command;
  }
}
