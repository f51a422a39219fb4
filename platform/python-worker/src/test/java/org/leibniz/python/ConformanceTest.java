package org.leibniz.python;

import org.junit.jupiter.api.AfterAll;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.executor.graalpy.internal.GraalPyExecutor;
import org.leibniz.executor.graalpy.internal.WorkerPools;
import org.leibniz.tck.ConformanceContract;

/** Published programs give what was recorded. */
class ConformanceTest extends ConformanceContract {
  private static final WorkerPools POOLS = new WorkerPools();

  @Override
  protected ProgramExecutor create() {
    return new GraalPyExecutor(POOLS);
  }

  @Override
  protected double leastOfMath() {
    return 97;
  }

  @AfterAll
  static void stop() {
    POOLS.close();
  }
}
