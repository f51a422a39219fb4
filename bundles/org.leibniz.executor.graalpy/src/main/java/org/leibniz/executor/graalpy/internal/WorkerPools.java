package org.leibniz.executor.graalpy.internal;

import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The pools of this process, one for each set of limits, shared by all runs: a grid of twenty runs starts its workers once.
 * They live until the bundle stops. Thread-safe.
 */
@Component(service = WorkerPools.class)
public final class WorkerPools {
  private final Map<Limits, WorkerPool> pools = new HashMap<>();
  private AheadOfTimeCache cache = AheadOfTimeCache.NONE;
  private boolean closed;

  @Activate
  public WorkerPools() {}

  /** The pool for these limits; its first workers are being started. */
  synchronized WorkerPool pool(Limits limits) {
    if (closed) {
      throw new IllegalStateException("the bundle has stopped");
    }
    WorkerPool known = pools.get(limits);
    if (known == null) {
      WorkerFiles files = WorkerFiles.ofProcess();
      if (cache == AheadOfTimeCache.NONE) {
        cache = AheadOfTimeCache.of(files);
      }
      known = new WorkerPool(limits, files, cache);
      pools.put(limits, known);
    }
    known.warm();
    return known;
  }

  @Deactivate
  public synchronized void close() {
    closed = true;
    pools.values().forEach(WorkerPool::close);
    pools.clear();
    cache.close();
  }
}
