package org.leibniz.python;

import org.junit.jupiter.api.AfterAll;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.executor.graalpy.internal.GraalPyExecutor;
import org.leibniz.executor.graalpy.internal.WorkerPools;
import org.leibniz.tck.ProgramExecutorContract;

/** The executor keeps the contract. */
class GraalPyExecutorTest extends ProgramExecutorContract {
  private final WorkerPools pools = new WorkerPools();

  @Override
  protected ProgramExecutor create() {
    return new GraalPyExecutor(pools);
  }

  @AfterAll
  void stop() {
    pools.close();
  }
}
