package org.leibniz.executor.cpython.internal;

import org.leibniz.api.Config;
import org.leibniz.notebook.BlockLimits;

/**
 * What a run asks for. Runs with equal settings share a server.
 *
 * @param block limits of each block
 * @param workers most blocks that run at a time
 * @param sandboxed false only where the run file says that its programs are trusted
 */
record Settings(BlockLimits block, int workers, boolean sandboxed) {
  static final String TRUSTING = "none-i-trust-the-programs";
  private static final long LEAST_MEBIBYTES = 64;

  static Settings of(Config config) {
    BlockLimits block = BlockLimits.of(config, LEAST_MEBIBYTES);
    long workers = config.integer("workers", Runtime.getRuntime().availableProcessors());
    if (workers < 1 || workers > 1024) {
      throw config.wrong("workers", "expected 1 to 1024");
    }
    String sandbox = config.text("sandbox", "required");
    if (!sandbox.equals("required") && !sandbox.equals(TRUSTING)) {
      throw config.wrong("sandbox", "expected required or " + TRUSTING);
    }
    return new Settings(block, (int) workers, sandbox.equals("required"));
  }
}
