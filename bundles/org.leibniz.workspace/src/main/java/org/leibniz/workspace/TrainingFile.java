package org.leibniz.workspace;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;

/**
 * A training file: a name, and the trainer with its settings. Paths in it are relative to it, {@code ${NAME}} is an
 * environment variable.
 *
 * @param name the file's own without its ending where it gives none
 */
public record TrainingFile(String name, PluginSpec trainer) {
  private static final Set<String> KEYS = Set.of("name", "description", "trainer");

  /**
   * Reads a file.
   *
   * @param overrides dotted keys and values, as in {@code --set trainer.steps=100}; they win over the file
   */
  public static TrainingFile read(Path file, Map<String, Object> overrides, Map<String, String> environment) {
    YamlFile yaml = YamlFile.read(file);
    Map<String, Object> root = new LinkedHashMap<>(yaml.root());
    overrides.forEach((path, value) -> Overrides.put(root, path, value));
    Config.Origin origin = new Config.Origin(file.toAbsolutePath().normalize().getParent().toString(), yaml::locate);
    Config written = new Config(root, origin);
    for (String key : root.keySet()) {
      if (!KEYS.contains(key)) {
        throw written.wrong(key, "unknown key" + Suggestion.forWord(key, KEYS) + " (known: description, name, trainer)");
      }
    }
    Config filled = new Config(new Environment(environment, written::wrong).fill(root, ""), origin);
    String name = filled.text("name", file.getFileName().toString().replaceFirst("\\.ya?ml$", ""));
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw filled.wrong("name", "expected letters, digits, dots and dashes, for a folder of that name; found '" + name + "'");
    }
    Config trainer = filled.child("trainer");
    if (trainer.values().isEmpty()) {
      throw LeibnizException.badInput(
          file, 0, "trainer", "is missing; expected the trainer and its settings, for instance  trainer: {id: sft, …}");
    }
    Map<String, Object> settings = new LinkedHashMap<>(trainer.values());
    settings.remove("id");
    return new TrainingFile(name, new PluginSpec(trainer.require("id"), trainer.with(settings)));
  }
}
