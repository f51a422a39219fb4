package org.leibniz.dataset.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.Config;

/** Where a dataset lies and which split that is. */
public final class DatasetPath {
  /** What publishers call their splits, and what we call them. */
  private static final Map<String, String> SPLITS =
      Map.of("test", "test", "train", "train", "training", "train", "dev", "dev", "val", "val", "valid", "val", "validation", "val");

  private DatasetPath() {}

  /** The file or folder at the key {@code path}. */
  public static Path of(Config config) {
    Path path = config.path("path").orElseThrow(() -> config.wrong("path", "is missing: expected a file or folder"));
    if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
      throw config.wrong("path", "there is no file or folder " + path);
    }
    return path;
  }

  /** The key {@code split}, else the split that the name of the file or its folder tells, else {@code test}. */
  public static String split(Config config, Path path) {
    return config
        .text("split")
        .or(() -> named(path.getFileName()))
        .or(() -> Optional.ofNullable(path.toAbsolutePath().getParent()).flatMap(parent -> whole(parent.getFileName())))
        .orElse("test");
  }

  private static Optional<String> named(Path name) {
    if (name == null) {
      return Optional.empty();
    }
    for (String word : name.toString().toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      if (SPLITS.containsKey(word)) {
        return Optional.of(SPLITS.get(word));
      }
    }
    return Optional.empty();
  }

  // A folder counts only by its whole name: "train-station/problems.jsonl" says nothing about a split.
  private static Optional<String> whole(Path name) {
    return Optional.ofNullable(name).map(Path::toString).map(SPLITS::get);
  }
}
