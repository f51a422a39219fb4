package org.leibniz.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process that has ended, or was killed because it did not. */
record Finished(int status, String out, String errors) {
  private static final long MINUTES = 10;

  static Finished run(ProcessBuilder builder) throws IOException, InterruptedException {
    return run(builder, MINUTES);
  }

  /** Runs a process that may take so many minutes. */
  static Finished run(ProcessBuilder builder, long minutes) throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path errors = Files.createTempFile("errors", ".txt");
    try {
      Process process =
          builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(out.toFile())
              .redirectError(errors.toFile())
              .start();
      if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
      }
      return new Finished(process.exitValue(), read(out), read(errors));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(errors);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
