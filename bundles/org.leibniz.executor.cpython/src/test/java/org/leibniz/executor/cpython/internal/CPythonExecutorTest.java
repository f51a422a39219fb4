package org.leibniz.executor.cpython.internal;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.tck.ProgramExecutorContract;

/** The executor keeps the contract. */
class CPythonExecutorTest extends ProgramExecutorContract {
  private final ForkServers servers = new ForkServers();

  @BeforeAll
  static void needsItsEnvironment() {
    Assumptions.assumeTrue(Environment.ofProcess().exists(), "LEIBNIZ_CPYTHON names no environment; see .ci/run");
    Assumptions.assumeTrue(Environment.onPath("bwrap").isPresent(), "bubblewrap is not installed");
  }

  @Override
  protected ProgramExecutor create() {
    return new CPythonExecutor(servers);
  }

  @AfterAll
  void stop() {
    servers.close();
  }
}
