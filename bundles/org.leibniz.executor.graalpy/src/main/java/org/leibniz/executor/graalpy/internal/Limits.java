package org.leibniz.executor.graalpy.internal;

import org.leibniz.api.Config;
import org.leibniz.notebook.BlockLimits;

/**
 * What one worker may use. Runs with equal limits share a pool.
 *
 * @param block limits of each block; its memory is the heap of a worker
 * @param workers most processes at a time
 */
record Limits(BlockLimits block, int workers) {
  /** Less than that and sympy itself fills the heap. */
  private static final long LEAST_MEBIBYTES = 512;

  static Limits of(Config config) {
    BlockLimits block = BlockLimits.of(config, LEAST_MEBIBYTES);
    long workers = config.integer("workers", Machine.workers(block.memory()));
    if (workers < 1 || workers > 1024) {
      throw config.wrong("workers", "expected 1 to 1024");
    }
    return new Limits(block, (int) workers);
  }
}
