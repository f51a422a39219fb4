package org.leibniz.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.leibniz.api.LeibnizException;

/**
 * A folder with {@code workspace.yaml}, {@code runs/}, {@code charts/} and the run store in {@code .leibniz/}. A folder
 * without {@code workspace.yaml} can hold a store too: that of a run file which lies outside any workspace.
 *
 * @param folder absolute and normalised
 * @param name for people
 * @param description one or two sentences, may be empty
 * @param defaults settings for every run file in it that does not make them itself
 */
public record Workspace(Path folder, String name, String description, Map<String, Object> defaults) {
  public static final String FILE = "workspace.yaml";

  /** Opens the workspace in {@code folder}, which must have a {@code workspace.yaml}. */
  public static Workspace open(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(absolute)) {
      throw LeibnizException.badInput(folder, 0, "", "no such folder; expected a workspace");
    }
    Path file = absolute.resolve(FILE);
    if (!Files.exists(file)) {
      throw LeibnizException.badInput(
          folder, 0, "", "has no " + FILE + "; make one with: leibniz new workspace " + folder.getFileName());
    }
    YamlFile yaml = YamlFile.read(file);
    for (String key : yaml.root().keySet()) {
      if (!List.of("name", "description", "defaults").contains(key)) {
        throw LeibnizException.badInput(
            file, yaml.lines().get(key), key, "unknown key; expected name, description or defaults");
      }
    }
    return new Workspace(
        absolute,
        String.valueOf(yaml.root().getOrDefault("name", String.valueOf(absolute.getFileName()))),
        String.valueOf(yaml.root().getOrDefault("description", "")),
        defaults(yaml));
  }

  private static Map<String, Object> defaults(YamlFile yaml) {
    Map<String, Object> defaults = new LinkedHashMap<>();
    switch (yaml.root().get("defaults")) {
      case null -> {}
      case Map<?, ?> map -> map.forEach((key, value) -> defaults.put(String.valueOf(key), value));
      default ->
          throw LeibnizException.badInput(
              yaml.file(), yaml.lines().get("defaults"), "defaults", "expected a mapping of run file keys to values");
    }
    return defaults;
  }

  /** A folder used as a workspace although it has no {@code workspace.yaml}. */
  public static Workspace bare(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    return new Workspace(absolute, String.valueOf(absolute.getFileName()), "", Map.of());
  }

  /** The nearest workspace at or above {@code start}. */
  public static Optional<Workspace> enclosing(Path start) {
    for (Path folder = start.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(FILE))) {
        return Optional.of(open(folder));
      }
    }
    return Optional.empty();
  }

  /** The run files in {@code runs/}, in order of name. */
  public List<Path> runFiles() {
    Path runs = folder.resolve("runs");
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(runs)) {
      return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
    } catch (IOException e) {
      throw LeibnizException.badInput(runs, 0, "", "cannot be read: " + e.getMessage());
    }
  }

  /** Where the run store and caches lie. */
  public Path state() {
    return folder.resolve(".leibniz");
  }
}
