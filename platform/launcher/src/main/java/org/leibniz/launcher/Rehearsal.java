package org.leibniz.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * Runs the commands that people wait for, so that the archive of loaded classes written at the end of this process
 * ({@code -XX:ArchiveClassesAtExit}) holds what they need. Their output goes nowhere and their failures do not matter.
 */
final class Rehearsal {
  /** Stands for the folder of a workspace. */
  private static final String WORKSPACE = "WORKSPACE";

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--version"),
          List.of("--help"),
          List.of("plugins"),
          List.of("plugins", "--json"),
          List.of("runs", "--workspace", WORKSPACE),
          List.of("runs", "--workspace", WORKSPACE, "--json"));

  private Rehearsal() {}

  static int run(Platform platform) throws InterruptedException, IOException {
    ToIntFunction<String[]> commandLine = platform.commandLine(TimeUnit.SECONDS.toMillis(10));
    Path workspace = Files.createTempDirectory("leibniz-rehearsal-");
    try {
      Files.writeString(workspace.resolve("workspace.yaml"), "name: rehearsal\n");
      for (List<String> command : COMMANDS) {
        String[] arguments =
            command.stream().map(word -> word.equals(WORKSPACE) ? workspace.toString() : word).toArray(String[]::new);
        try {
          commandLine.applyAsInt(arguments);
        } catch (RuntimeException e) {
          // The next command may still load its classes.
        }
      }
      return 0;
    } finally {
      FrameworkCache.delete(workspace);
    }
  }
}
