package org.leibniz.engine;

import java.util.List;
import java.util.Map;
import org.leibniz.api.metric.Measure;
import org.leibniz.api.metric.Slice;
import org.leibniz.store.Grading;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.osgi.annotation.versioning.ProviderType;

/** Computes metrics over stored runs; an OSGi service. Thread-safe; reads only the store. */
@ProviderType
public interface RunMeasures {
  /**
   * All metrics of a run, by slice ({@link Slice#ALL} first, then subjects and levels in order, then outcomes) and metric id.
   *
   * @param grading whose outcomes count
   * @param metrics ids; empty for every enabled metric plugin
   */
  Map<Slice, Map<String, Measure>> measure(RunStore store, RunRow run, Grading grading, List<String> metrics);
}
