package org.leibniz.store.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The process that works on a run.
 *
 * @param host its machine
 * @param process its number there
 * @param started when it started, in milliseconds since 1970; tells it from a later process with the same number; 0 unknown
 */
record Owner(String host, long process, long started) {
  static final Owner SELF = self();

  /** How long a process of another machine may be silent before it counts as gone. */
  static final Duration SILENCE = Duration.ofSeconds(60);

  private static Owner self() {
    ProcessHandle self = ProcessHandle.current();
    return new Owner(hostName(), self.pid(), startOf(self));
  }

  /** Whether it is still there; asked of the operating system, on another machine judged by its heartbeat. */
  boolean isAlive(Instant heartbeat) {
    if (!host.equals(SELF.host)) {
      return heartbeat.plus(SILENCE).isAfter(Instant.now());
    }
    return ProcessHandle.of(process)
        .filter(ProcessHandle::isAlive)
        .filter(found -> started == 0 || startOf(found) == 0 || startOf(found) == started)
        .filter(found -> !hasEnded(found.pid()))
        .isPresent();
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** A killed process whose parent has not noticed yet still has its number (state Z in {@code /proc/N/stat}). */
  private static boolean hasEnded(long process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
      int state = stat.lastIndexOf(')') + 2;
      return state < stat.length() && (stat.charAt(state) == 'Z' || stat.charAt(state) == 'X');
    } catch (IOException _) {
      return false;
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "localhost";
    }
  }
}
