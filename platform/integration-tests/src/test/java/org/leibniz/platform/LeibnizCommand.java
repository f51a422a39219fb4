package org.leibniz.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code leibniz} of the assembled distribution, used as a person does: a script, arguments, what it prints.
 *
 * @param folder the working folder
 * @param home what belongs to the user; caches of starts lie in it, so tests that install nothing share one
 */
record LeibnizCommand(Path folder, Path home, Map<String, String> environment) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** With the home that all tests share which install no plugins. */
  static LeibnizCommand in(Path folder) {
    return new LeibnizCommand(folder, BootedPlatform.checkout().resolve("platform/integration-tests/target/home").toAbsolutePath().normalize(), Map.of());
  }

  /** With a home of its own. */
  LeibnizCommand at(Path otherHome) {
    return new LeibnizCommand(folder, otherHome, environment);
  }

  LeibnizCommand with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new LeibnizCommand(folder, home, more);
  }

  ProcessBuilder process(String... arguments) {
    List<String> words = new ArrayList<>(List.of(BootedPlatform.distribution().toAbsolutePath().normalize().resolve("leibniz").toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("LEIBNIZ_HOME", home.toString());
    builder.environment().putAll(environment);
    return builder;
  }

  Finished run(String... arguments) throws IOException, InterruptedException {
    return Finished.run(process(arguments));
  }

  /** The documents a command printed with {@code --json}, which must have ended well. */
  List<JsonNode> json(String... arguments) throws IOException, InterruptedException {
    return documents(run(arguments));
  }

  /** The same of a command that may take so many minutes. */
  List<JsonNode> jsonWithin(long minutes, String... arguments) throws IOException, InterruptedException {
    return documents(Finished.run(process(arguments), minutes));
  }

  private static List<JsonNode> documents(Finished finished) {
    if (finished.status() > 1) {
      throw new AssertionError("exit status " + finished.status() + ": " + finished.errors());
    }
    return finished.out().lines().filter(line -> !line.isBlank()).map(LeibnizCommand::parse).toList();
  }

  static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + line, e);
    }
  }

  /** Copies a folder without what builds and runs leave in it. */
  static Path copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            String name = directory.getFileName().toString();
            if (name.equals("target") || name.equals(".leibniz")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(directory).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
    return to;
  }
}
