package org.leibniz.dataset.competition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.dataset.rows.Checksum;
import org.leibniz.dataset.rows.Rows;

/**
 * Levels for forms that have none: MathCoder publishes them apart, as one object from id to level. The key {@code
 * levelsFile} names the file; without it the file of MathCoder's name is used where it lies beside the dataset.
 */
record MathLevels(Map<String, Integer> byId) {
  private static final String PUBLISHED = "MATH_subject_level.jsonl";

  static MathLevels of(Config config, Path dataset, Checksum checksum) {
    Optional<Path> named = config.path("levelsFile");
    if (named.isPresent() && !Files.isRegularFile(named.get())) {
      throw config.wrong("levelsFile", "there is no file " + named.get());
    }
    Path folder = dataset.toAbsolutePath().normalize().getParent();
    return named
        .or(
            () ->
                java.util.stream.Stream.of(PUBLISHED, "mathcoder_" + PUBLISHED)
                    .map(folder::resolve)
                    .filter(file -> Files.isRegularFile(file) && !file.equals(dataset.toAbsolutePath().normalize()))
                    .findFirst())
        .map(file -> read(file, checksum))
        .orElse(new MathLevels(Map.of()));
  }

  private static MathLevels read(Path file, Checksum checksum) {
    Map<String, Integer> levels = new HashMap<>();
    Rows.read(file, checksum, row -> row.values().keySet().forEach(id -> levels.put(id, row.level(id))));
    return new MathLevels(levels);
  }

  /** The level of a problem, 0 where it is not known. */
  int of(String id) {
    return byId.getOrDefault(id, 0);
  }
}
