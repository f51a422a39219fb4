package org.leibniz.executor.cpython.internal;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.tck.ExecutorKitContract;

/** The kit of programs. */
class ExecutorKitTest extends ExecutorKitContract {
  private ForkServers servers = new ForkServers();

  @BeforeAll
  static void needsItsEnvironment() {
    Machine.assumeReady();
  }

  @Override
  protected ProgramExecutor create() {
    return new CPythonExecutor(servers);
  }

  @Override
  @AfterAll
  protected void stop() {
    servers.close();
    servers = new ForkServers();
  }
}
