package org.leibniz.executor.cpython.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/** The virtual environment that programs run in. {@code LEIBNIZ_CPYTHON} names another than the one {@link #create} makes. */
record Environment(Path folder) {
  private static final List<String> INTERPRETERS =
      List.of("python3", "python3.12", "python3.13", "python3.11", "python3.10");
  private static final int LONGEST_MINUTES = 20;

  /**
   * What is known of an environment once its interpreter was asked.
   *
   * @param folders what it reads besides the system's libraries
   * @param version interpreter and packages in one line
   */
  record Facts(List<Path> folders, String version) {}

  static Environment ofProcess() {
    String named = System.getProperty("leibniz.cpython", System.getenv().getOrDefault("LEIBNIZ_CPYTHON", ""));
    if (!named.isEmpty()) {
      return new Environment(Path.of(named).toAbsolutePath().normalize());
    }
    String home = System.getProperty("leibniz.home", Path.of(System.getProperty("user.home", "."), ".leibniz").toString());
    return new Environment(Path.of(home, "python", "cpython").toAbsolutePath().normalize());
  }

  Path interpreter() {
    return folder.resolve("bin").resolve("python3");
  }

  boolean exists() {
    return Files.isExecutable(interpreter()) && !Files.exists(unfinished());
  }

  private Path unfinished() {
    return folder.resolve(".unfinished");
  }

  Facts facts() {
    if (!exists()) {
      throw failed("there is no Python environment in " + folder + "; make it with  leibniz doctor --fix");
    }
    try {
      JsonNode told = new ObjectMapper().readTree(run(List.of(interpreter().toString(), "-I", "-c", resource("facts.py"))));
      List<Path> folders = new ArrayList<>();
      told.path("folders").forEach(path -> folders.add(Path.of(path.asText())));
      return new Facts(folders, told.path("version").asText());
    } catch (IOException e) {
      throw failed("the Python environment in " + folder + " does not work: " + e.getMessage()
          + "; delete it and make it again with  leibniz doctor --fix");
    }
  }

  /** Makes the environment with the newest suitable Python of this machine; needs the package index. */
  void create() {
    List<String> packages = resource("requirements.txt").lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    Path python = systemPython().orElseThrow(() -> failed("there is no Python 3.10 to 3.13 with venv on this machine; install one"));
    try {
      Files.createDirectories(folder);
      Files.writeString(unfinished(), "");
      run(List.of(python.toString(), "-m", "venv", folder.toString()));
      List<String> install = new ArrayList<>(List.of(interpreter().toString(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"));
      install.addAll(packages);
      run(install);
      Files.delete(unfinished());
    } catch (IOException e) {
      throw failed("the Python environment in " + folder + " could not be made: " + e.getMessage());
    }
  }

  private static Optional<Path> systemPython() {
    String check = "import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 13))";
    for (String name : INTERPRETERS) {
      Optional<Path> found = onPath(name);
      try {
        if (found.isPresent()) {
          run(List.of(found.get().toString(), "-c", check));
          return found;
        }
      } catch (IOException e) {
        // The next one.
      }
    }
    return Optional.empty();
  }

  /** A program of this name in the folders of {@code PATH}. */
  static Optional<Path> onPath(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What a command writes; an exception with its last line where it fails. */
  private static String run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile()).start();
    FutureTask<byte[]> written = new FutureTask<>(() -> process.getInputStream().readAllBytes());
    Thread.ofVirtual().start(written);
    try {
      String said = new String(written.get(LONGEST_MINUTES, TimeUnit.MINUTES), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IOException(said.isEmpty() ? "exit status " + process.exitValue() : said.substring(said.lastIndexOf('\n') + 1));
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (TimeoutException e) {
      throw new IOException("took longer than " + LONGEST_MINUTES + " minutes", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      process.destroyForcibly();
    }
  }

  static String resource(String name) {
    try (InputStream in = Environment.class.getResourceAsStream("/org/leibniz/executor/cpython/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static LeibnizException failed(String what) {
    return new LeibnizException(ErrorCode.EXECUTOR_FAILED, "executor cpython: " + what);
  }
}
