package org.leibniz.benchmark.scripted.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.plugin.Plugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Small questions in seven subjects and five levels, as many as asked for. */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=scripted")
public final class ScriptedDataset implements DatasetSource {
  @Override
  public Dataset open(Config config) {
    int n = Math.toIntExact(config.integer("n", 1000));
    List<Problem> problems = IntStream.range(0, n).mapToObj(ScriptedDataset::problem).toList();
    return new Dataset("scripted", "test", "scripted", Integer.toHexString(n), problems);
  }

  private static Problem problem(int i) {
    String question =
        "A library has one shelf with " + i + " books, and nothing was borrowed since. How many books are there?";
    return new Problem(
        "p" + i, i, question, "subject " + i % 7, 1 + i % 5, List.of(), Integer.toString(i), "", Map.of());
  }
}
