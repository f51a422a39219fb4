package org.leibniz.model.djl.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.leibniz.api.Config;
import org.leibniz.checkpoint.Architecture;

/** Compares what a model needs with what may be taken, before any of it is taken. */
final class MemoryBudget {
  private static final long FALLBACK = 4L << 30;

  private MemoryBudget() {}

  /** Bytes of weights and of the caches of {@code batch} sequences of {@code context} tokens. */
  static void check(Config config, Architecture model, long parameters, int batch, int context, Numbers numbers) {
    long budget = config.bytes("memory", available() / 5 * 4);
    long weights = parameters * numbers.bytes;
    long perToken = 2L * model.layers() * model.keyValueHeads() * model.headSize() * numbers.bytes;
    if (weights + perToken * context > budget) {
      throw config.wrong("path", "needs " + mebibytes(weights) + " for its weights in " + numbers.name()
          .toLowerCase(java.util.Locale.ROOT) + " and " + mebibytes(perToken * context)
          + " for one sequence of " + context + " tokens; " + mebibytes(budget) + " may be taken: choose a smaller model, a smaller context, or set memory");
    }
    long fits = (budget - weights) / Math.max(1, perToken * context);
    if (batch > fits && config.has("memory")) {
      throw config.wrong("batch", "is " + batch + ", and the caches of " + fits + " sequences of " + context + " tokens fit into the memory given: set batch to "
          + fits + " or context to " + Math.max(2, (budget - weights) / perToken / batch));
    }
  }

  private static String mebibytes(long bytes) {
    return Math.ceilDiv(bytes, 1L << 20) + " MiB";
  }

  private static long available() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
        if (line.startsWith("MemAvailable:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
        }
      }
    } catch (IOException e) {
      // Another system: the fallback is cautious.
    }
    return FALLBACK;
  }
}
