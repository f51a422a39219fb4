package org.leibniz.executor.graalpy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine can carry. */
final class Machine {
  /** What a worker takes besides its heap: code, metadata, stacks. */
  private static final long BESIDES_HEAP = 512L << 20;

  private Machine() {}

  /** One worker for each processor, as far as three quarters of the available memory hold them; at least one. */
  static int workers(long memory) {
    int processors = Runtime.getRuntime().availableProcessors();
    long fitting = availableMemory() / 4 * 3 / (memory + BESIDES_HEAP);
    return (int) Math.max(1, Math.min(processors, fitting));
  }

  private static long availableMemory() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
        if (line.startsWith("MemAvailable:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
    } catch (IOException | NumberFormatException e) {
      // Not Linux: trust the number of processors.
    }
    return Long.MAX_VALUE;
  }
}
