package org.leibniz.dataset.competition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.dataset.Problem;

/** The published files, where the environment variable {@code LEIBNIZ_CORPORA} names their folder. */
final class Corpora {
  private Corpora() {}

  /** Opens {@code data/<file>}; skips the test, saying so, where it is not there. */
  static Dataset open(DatasetSource source, String file, String... keysAndValues) {
    String corpora = System.getenv("LEIBNIZ_CORPORA");
    Assumptions.assumeTrue(corpora != null, "LEIBNIZ_CORPORA does not name the folder of the published files");
    Path path = Path.of(corpora, "data").resolve(file);
    Assumptions.assumeTrue(Files.exists(path), () -> path + " is not there");
    Map<String, Object> keys = new HashMap<>(Map.of("path", path.toString()));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      keys.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return source.open(Config.of(keys));
  }

  static List<String> ids(Dataset dataset) {
    return dataset.problems().stream().map(Problem::id).toList();
  }

  static Map<String, Problem> byId(Dataset dataset) {
    return dataset.problems().stream().collect(Collectors.toMap(Problem::id, Function.identity()));
  }

  static Map<String, Long> subjects(Dataset dataset) {
    return dataset.problems().stream().collect(Collectors.groupingBy(Problem::subject, TreeMap::new, Collectors.counting()));
  }

  static Map<Integer, Long> levels(Dataset dataset) {
    return dataset.problems().stream().collect(Collectors.groupingBy(Problem::level, TreeMap::new, Collectors.counting()));
  }
}
