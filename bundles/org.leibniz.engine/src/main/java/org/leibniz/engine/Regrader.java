package org.leibniz.engine;

import org.leibniz.store.Grading;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.workspace.PluginSpec;
import org.osgi.annotation.versioning.ProviderType;

/** Grades stored runs again without their model; an OSGi service. Thread-safe. */
@ProviderType
public interface Regrader {
  /** Adds a grading with another grader or other options; earlier gradings stay. An unfinished one is started anew. */
  Grading grade(RunStore store, RunRow run, PluginSpec grader, RunListener listener, Cancellation cancellation);
}
