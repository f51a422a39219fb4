package org.leibniz.engine;

import java.util.List;
import java.util.Map;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.Problem;
import org.leibniz.workspace.RunSpec;

/**
 * A specification that was found runnable.
 *
 * @param spec with every plugin's settings completed by its defaults
 * @param problems those of the dataset that the run will pose, after subjects, levels and limit
 * @param key SHA-256 of everything that decides the samples
 * @param resolved the plan as it is stored, sorted keys, environment variables by name
 */
public record RunPlan(RunSpec spec, Dataset dataset, List<Problem> problems, String key, Map<String, Object> resolved) {
  /** Samples the run will make, if the model has something for every problem. */
  public long expected() {
    return (long) problems.size() * spec.samples();
  }
}
