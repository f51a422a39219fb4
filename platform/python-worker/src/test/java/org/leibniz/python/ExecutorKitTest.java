package org.leibniz.python;

import org.junit.jupiter.api.AfterAll;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.executor.graalpy.internal.GraalPyExecutor;
import org.leibniz.executor.graalpy.internal.WorkerPools;
import org.leibniz.tck.ExecutorKitContract;

/** The kit of programs. */
class ExecutorKitTest extends ExecutorKitContract {
  private WorkerPools pools = new WorkerPools();

  @Override
  protected ProgramExecutor create() {
    return new GraalPyExecutor(pools);
  }

  @Override
  @AfterAll
  protected void stop() {
    pools.close();
    pools = new WorkerPools();
  }
}
