package org.leibniz.executor.graalpy.internal;

import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.executor.Notebook;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.plugin.Plugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The executor {@code graalpy}: Python with sympy in worker JVMs. Thread-safe once configured. */
@Component(scope = ServiceScope.PROTOTYPE, service = ProgramExecutor.class, property = Plugin.ID + "=graalpy")
public final class GraalPyExecutor implements ProgramExecutor {
  private final WorkerPools pools;
  private volatile WorkerPool pool;

  @Activate
  public GraalPyExecutor(@Reference WorkerPools pools) {
    this.pools = pools;
  }

  /** Begins to start workers; does not wait for them. */
  @Override
  public void configure(Config config) {
    pool = pools.pool(Limits.of(config));
  }

  /** Waits while all workers are busy. */
  @Override
  public Notebook open(long seed) {
    WorkerPool used = pool;
    if (used == null) {
      configure(Config.EMPTY);
      used = pool;
    }
    GraalPyNotebook notebook = new GraalPyNotebook(used, seed);
    try {
      notebook.connect();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LeibnizException(ErrorCode.CANCELLED, "interrupted while waiting for a worker", e);
    }
    return notebook;
  }

  @Override
  public String version() {
    return WorkerFiles.ofProcess().version();
  }
}
