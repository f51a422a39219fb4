package org.leibniz.cli.internal.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.cli.internal.summary.NaturalOrder;
import org.leibniz.plugins.PluginLease;

/** A dataset that was read completely, and its counts. */
record OpenedDataset(Dataset dataset, Map<String, Integer> subjects, Map<String, Integer> levels) {
  static OpenedDataset open(Context context, String id, Config settings) {
    Config config = new Configured(context).check(Kind.DATASET, id, settings);
    try (PluginLease lease = context.services().plugins().get().lease()) {
      return of(lease.get(Kind.DATASET, id, DatasetSource.class).instance().open(config));
    }
  }

  static OpenedDataset of(Dataset dataset) {
    if (dataset.problems().isEmpty()) {
      throw LeibnizException.badInput(dataset.path() + ": has no problems");
    }
    Map<String, Integer> subjects = new TreeMap<>(NaturalOrder.INSTANCE);
    Map<String, Integer> levels = new TreeMap<>(NaturalOrder.INSTANCE);
    for (Problem problem : dataset.problems()) {
      subjects.merge(problem.subject(), 1, Integer::sum);
      if (problem.level() > 0) {
        levels.merge(String.valueOf(problem.level()), 1, Integer::sum);
      }
    }
    return new OpenedDataset(dataset, subjects, levels);
  }

  ObjectNode json() {
    ObjectNode node = Json.object().put("id", dataset.id()).put("split", dataset.split());
    node.put("n", dataset.problems().size());
    node.set("subjects", Json.of(subjects));
    node.set("levels", Json.of(levels));
    return node.put("path", dataset.path()).put("digest", dataset.digest());
  }

  /** Subjects with their counts, the largest part of which fits one line. */
  static String words(Map<String, Integer> counts) {
    return String.join(", ", counts.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).toList());
  }
}
