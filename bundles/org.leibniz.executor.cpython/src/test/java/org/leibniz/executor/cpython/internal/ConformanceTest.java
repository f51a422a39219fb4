package org.leibniz.executor.cpython.internal;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.tck.ConformanceContract;

/** Published programs give what was recorded. */
class ConformanceTest extends ConformanceContract {
  private static final ForkServers SERVERS = new ForkServers();

  @BeforeAll
  static void needsItsEnvironment() {
    Machine.assumeReady();
  }

  @Override
  protected ProgramExecutor create() {
    return new CPythonExecutor(SERVERS);
  }

  @Override
  protected double leastOfMath() {
    return 98.5;
  }

  @AfterAll
  static void stop() {
    SERVERS.close();
  }
}
