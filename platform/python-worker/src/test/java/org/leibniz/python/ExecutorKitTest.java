package org.leibniz.python;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.executor.graalpy.internal.GraalPyExecutor;
import org.leibniz.executor.graalpy.internal.WorkerPools;
import org.leibniz.executor.kit.KitProgram;
import org.leibniz.executor.kit.Kit;
import org.leibniz.tck.ExecutorKitContract;

/**
 * The kit of programs. Each kill costs a worker, which is ten seconds: by default every third hostile program is run, with
 * {@code -Dleibniz.kit=all} every one, as {@code leibniz executors graalpy --check} does.
 */
class ExecutorKitTest extends ExecutorKitContract {
  private WorkerPools pools = new WorkerPools();

  @Override
  protected ProgramExecutor create() {
    return new GraalPyExecutor(pools);
  }

  @Override
  protected List<KitProgram> hostilePrograms() {
    List<KitProgram> all = Kit.hostile();
    return "all".equals(System.getProperty("leibniz.kit"))
        ? all
        : IntStream.range(0, all.size()).filter(place -> place % 3 == 0).mapToObj(all::get).toList();
  }

  @Override
  @AfterAll
  protected void stop() {
    pools.close();
    pools = new WorkerPools();
  }
}
