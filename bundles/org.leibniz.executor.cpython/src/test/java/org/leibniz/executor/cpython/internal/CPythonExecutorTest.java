package org.leibniz.executor.cpython.internal;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.tck.ProgramExecutorContract;

/** The executor keeps the contract. */
class CPythonExecutorTest extends ProgramExecutorContract {
  private final ForkServers servers = new ForkServers();

  @BeforeAll
  static void needsItsEnvironment() {
    Machine.assumeReady();
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
