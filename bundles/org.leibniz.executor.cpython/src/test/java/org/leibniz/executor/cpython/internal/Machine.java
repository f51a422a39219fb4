package org.leibniz.executor.cpython.internal;

import org.junit.jupiter.api.Assumptions;

/** Tests of programs need what {@code .ci/run} installs. */
final class Machine {
  private Machine() {}

  static void assumeReady() {
    Assumptions.assumeTrue(Environment.ofProcess().exists(), "LEIBNIZ_CPYTHON names no environment; see .ci/run");
    Assumptions.assumeTrue(Environment.onPath("bwrap").isPresent(), "bubblewrap is not installed");
  }
}
