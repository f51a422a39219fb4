package org.leibniz.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The end of what a process writes to standard error, which is read away so that it never blocks. Thread-safe. */
public final class StderrTail {
  private static final int KEPT = 2000;

  private final StringBuilder text = new StringBuilder();

  private StderrTail() {}

  public static StderrTail of(Process process) {
    StderrTail tail = new StderrTail();
    Thread.ofPlatform().daemon().name("executor stderr " + process.pid()).start(() -> tail.read(process.getErrorStream()));
    return tail;
  }

  private void read(InputStream in) {
    byte[] buffer = new byte[4096];
    try (in) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        add(new String(buffer, 0, n, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // The process was killed.
    }
  }

  private synchronized void add(String more) {
    text.append(more);
    if (text.length() > KEPT) {
      text.delete(0, text.length() - KEPT);
    }
  }

  /** In one line. */
  public synchronized String text() {
    return text.toString().strip().replaceAll("\\s*\\R\\s*", " | ");
  }
}
