package org.leibniz.engine;

import java.util.Optional;
import org.leibniz.store.RunStore;
import org.leibniz.workspace.GridRules;
import org.leibniz.workspace.RunSpec;
import org.osgi.annotation.versioning.ProviderType;

/** Turns specifications into runs; an OSGi service. Thread-safe. */
@ProviderType
public interface RunEngine {
  /**
   * Resolves a specification against the installed plugins and checks everything that can be checked without running: ids,
   * settings, files, every row of the dataset.
   */
  RunPlan plan(RunSpec spec);

  /**
   * Runs a plan, or goes on with the unfinished run of the same plan. Returns when all samples are committed or the
   * cancellation was asked for and the samples in flight have ended.
   *
   * @param fresh start a new run even where an unfinished one could be resumed
   */
  RunResult run(RunPlan plan, RunStore store, boolean fresh, RunListener listener, Cancellation cancellation);

  /**
   * The first call for one problem, rendered as it would be sent, without running anything.
   *
   * @param problem id; the dataset's first problem where empty
   */
  Preview preview(RunSpec spec, Optional<String> problem);

  /** Which settings are lists by nature, from the installed plugins' schemas; needed to expand run files. */
  GridRules gridRules();
}
