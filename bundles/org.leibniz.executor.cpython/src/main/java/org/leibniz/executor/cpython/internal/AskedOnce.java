package org.leibniz.executor.cpython.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;

/**
 * What an environment's interpreter says of itself. Asking starts it, so it is asked once, and again only where the environment
 * was made anew. Thread-safe: who asks while another does waits for the answer.
 */
final class AskedOnce {
  private record Answer(Environment environment, FileTime made, Environment.Facts facts) {}

  private Answer last;

  synchronized Environment.Facts facts(Environment environment) {
    FileTime made = made(environment);
    if (last == null || !last.environment().equals(environment) || !last.made().equals(made)) {
      last = new Answer(environment, made, environment.facts());
    }
    return last.facts();
  }

  private static FileTime made(Environment environment) {
    try {
      return Files.getLastModifiedTime(environment.folder().resolve("pyvenv.cfg"));
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
