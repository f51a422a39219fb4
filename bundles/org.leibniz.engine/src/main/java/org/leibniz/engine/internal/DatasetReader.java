package org.leibniz.engine.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.plugin.Kind;
import org.leibniz.plugins.PluginLease;
import org.leibniz.plugins.Plugins;

/** Opens datasets through their plugins and checks what every dataset must keep. */
record DatasetReader(Plugins plugins) {
  /** Attribute under which every problem carries the id of its dataset source; graders have rules by dataset. */
  static final String DATASET_ATTRIBUTE = "dataset";

  Dataset open(String id, Config config) {
    try (PluginLease lease = plugins.lease()) {
      Dataset dataset = lease.get(Kind.DATASET, id, DatasetSource.class).instance().open(config);
      return new Dataset(dataset.id(), dataset.split(), dataset.path(), dataset.digest(), checked(id, dataset));
    } catch (LeibnizException e) {
      throw e;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw new LeibnizException(
          ErrorCode.PLUGIN_FAILED, "dataset source " + id + " failed: " + e + "; report it to the plugin's author", e);
    }
  }

  private static List<Problem> checked(String id, Dataset dataset) {
    if (dataset.problems().isEmpty()) {
      throw LeibnizException.badInput(dataset.path() + ": has no problems");
    }
    Set<String> ids = new HashSet<>();
    List<Problem> problems = new ArrayList<>(dataset.problems().size());
    for (Problem problem : dataset.problems()) {
      if (!ids.add(problem.id())) {
        throw LeibnizException.badInput(dataset.path() + ": two problems have the id '" + problem.id() + "'; ids must be unique");
      }
      problems.add(problem.with(problem.answer(), Map.of(DATASET_ATTRIBUTE, id)));
    }
    return problems;
  }
}
