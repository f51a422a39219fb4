package org.leibniz.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;

/** A run file, or the same settings given on the command line: one run, or a grid of them. */
public final class RunFile {
  private static final Set<String> KEYS =
      Set.of(
          "name", "description", "preset", "dataset", "model", "models", "strategy", "executor", "graders", "metrics",
          "samples", "seed", "limit", "subjects", "levels", "maxInFlight", "cache", "sampleTimeout", "maxCalls");

  private final YamlFile yaml;
  private final String base;

  private RunFile(YamlFile yaml, String base) {
    this.yaml = yaml;
    this.base = base;
  }

  /** Reads a run file; what it does not say is taken from the defaults of the workspace it lies in. */
  public static RunFile read(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    YamlFile yaml = YamlFile.read(file);
    Map<String, Object> root = new LinkedHashMap<>(yaml.root());
    Workspace.enclosing(absolute.getParent()).ifPresent(workspace -> workspace.defaults().forEach(root::putIfAbsent));
    return new RunFile(new YamlFile(file, root, yaml.lines()), absolute.getParent().toString());
  }

  /** Settings that come from the command line alone; paths are relative to the working folder. */
  public static RunFile ofCommandLine() {
    return new RunFile(new YamlFile(Path.of("command line"), Map.of(), Map.of()), "");
  }

  /**
   * The runs this file asks for.
   *
   * @param overrides dotted keys and values, as in {@code --set strategy.maxRounds=4}; they win over the file
   * @param environment where {@code ${NAME}} is looked up
   */
  public List<RunSpec> expand(Map<String, Object> overrides, Map<String, String> environment, GridRules rules) {
    Map<String, Object> root = new LinkedHashMap<>(yaml.root());
    overrides.forEach((path, value) -> Overrides.put(root, path, value));
    for (String key : root.keySet()) {
      if (!KEYS.contains(key)) {
        throw wrong(key, "unknown key" + Suggestion.forWord(key, KEYS));
      }
    }
    Map<String, Object> normal = normalise(root);
    List<Map<String, Object>> withPresets = new ArrayList<>();
    for (String preset : presets(normal)) {
      withPresets.add(preset.isEmpty() ? normal : Presets.merge(Presets.read(preset), withPreset(normal, preset)));
    }
    List<Grid.Cell> cells = withPresets.stream().flatMap(tree -> new Grid(rules).expand(tree).stream()).toList();
    String name = String.valueOf(normal.getOrDefault("name", defaultName()));
    List<RunSpec> specs = new ArrayList<>();
    for (Grid.Cell cell : cells) {
      boolean single = cells.size() == 1;
      String preset = withPresets.size() > 1 ? String.valueOf(cell.values().get("preset")) : "";
      String label = preset + (preset.isEmpty() || cell.label().isEmpty() ? "" : "/") + cell.label();
      Map<String, Object> written = new LinkedHashMap<>(cell.values());
      written.put("name", single ? name : name + "/" + label);
      specs.add(spec(written, single ? "" : name, environment));
    }
    return specs;
  }

  private static Map<String, Object> withPreset(Map<String, Object> tree, String preset) {
    Map<String, Object> copy = new LinkedHashMap<>(tree);
    copy.put("preset", preset);
    return copy;
  }

  private List<String> presets(Map<String, Object> root) {
    Object written = root.get("preset");
    List<?> names = written == null ? List.of("") : written instanceof List<?> list ? list : List.of(written);
    for (Object name : names) {
      if (!name.equals("") && !Presets.IDS.contains(name)) {
        throw wrong(
            "preset",
            "no preset '" + name + "'" + Suggestion.forWord(name.toString(), Presets.IDS) + " (there are: "
                + String.join(", ", Presets.IDS) + ")");
      }
    }
    return names.stream().map(String::valueOf).toList();
  }

  /** Rewrites the short forms: {@code model: x} as a role, {@code strategy: cot} and {@code recorded:path} as mappings. */
  private Map<String, Object> normalise(Map<String, Object> root) {
    Map<String, Object> normal = new LinkedHashMap<>();
    root.forEach(
        (key, value) -> {
          switch (key) {
            case "model" -> normal.put("models", Map.of("policy", plugins("model", value)));
            case "models" -> {
              Map<String, Object> roles = new LinkedHashMap<>();
              Config.of(Map.of(key, value)).child(key).values().forEach((role, m) -> roles.put(role, plugins(key, m)));
              normal.put(key, roles);
            }
            case "dataset", "strategy", "executor" -> normal.put(key, plugins(key, value));
            case "graders", "metrics" -> normal.put(key, value instanceof List<?> list ? list : List.of(value));
            default -> normal.put(key, value);
          }
        });
    if (root.containsKey("model") && root.containsKey("models")) {
      throw wrong("models", "give either model or models (with a policy), not both");
    }
    return normal;
  }

  private Object plugins(String key, Object value) {
    if (value instanceof List<?> list) {
      if (list.isEmpty()) {
        throw wrong(key, "is an empty list; expected at least one");
      }
      return list.stream().map(element -> plugin(key, element)).toList();
    }
    return plugin(key, value);
  }

  private Map<?, ?> plugin(String key, Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    if (value instanceof List<?>) {
      throw wrong(key, "expected an id or a mapping with an id, found a list in a list");
    }
    String text = String.valueOf(value);
    int colon = text.indexOf(':');
    boolean takesPath = key.equals("model") || key.equals("models") || key.equals("dataset");
    if (takesPath && colon > 0) {
      return Map.of("id", text.substring(0, colon), "path", text.substring(colon + 1));
    }
    return Map.of("id", text);
  }

  private RunSpec spec(Map<String, Object> written, String experiment, Map<String, String> environment) {
    Config.Origin origin = new Config.Origin(base, this::locate);
    Config run = new Config(new Environment(environment, this::wrong).fill(written, ""), origin);
    Config dataset = run.child("dataset");
    Map<String, PluginSpec> models = new LinkedHashMap<>();
    Config roles = run.child("models");
    for (String role : roles.values().keySet()) {
      boolean shortForm = role.equals("policy") && yaml.root().containsKey("model");
      models.put(role, pluginSpec(roles.child(role), shortForm ? "model" : "models." + role, Set.of()));
    }
    if (!models.containsKey("policy")) {
      throw wrong("model", "is missing; name the model to run, for instance  model: {id: recorded, format: mathcoder, path: …}");
    }
    return new RunSpec(
        run.require("name"),
        experiment,
        pluginSpec(dataset, "dataset", Set.of("subjects", "levels", "limit")),
        models,
        pluginSpec(run.child("strategy"), "strategy", Set.of()),
        run.has("executor")
            ? java.util.Optional.of(pluginSpec(run.child("executor"), "executor", Set.of()))
            : java.util.Optional.empty(),
        pluginList(run, "graders"),
        pluginList(run, "metrics"),
        positive(run, "samples", 1),
        run.integer("seed", 0),
        Math.toIntExact(Math.max(0, run.integer("limit", dataset.integer("limit", 0)))),
        run.has("subjects") ? run.texts("subjects") : dataset.texts("subjects"),
        levels(run.has("levels") ? run : dataset),
        positive(run, "maxInFlight", 64),
        run.flag("cache", false),
        run.duration("sampleTimeout", java.time.Duration.ofMinutes(30)),
        positive(run, "maxCalls", 256),
        written,
        yaml.file().toString());
  }

  private static int positive(Config run, String key, int fallback) {
    long value = run.integer(key, fallback);
    if (value < 1 || value > 1_000_000) {
      throw run.wrong(key, "expected a number from 1 to 1000000, found " + value);
    }
    return (int) value;
  }

  private static List<Integer> levels(Config from) {
    List<Integer> levels = new ArrayList<>();
    for (String level : from.texts("levels")) {
      try {
        levels.add(Integer.valueOf(level));
      } catch (NumberFormatException e) {
        throw from.wrong("levels", "expected whole numbers, found '" + level + "'");
      }
    }
    return levels;
  }

  private PluginSpec pluginSpec(Config plugin, String key, Set<String> notThePlugins) {
    if (plugin.values().isEmpty()) {
      throw wrong(key, "is missing; name one, for instance  " + key + ": {id: …}");
    }
    String id = plugin.require("id");
    Map<String, Object> settings = new LinkedHashMap<>(plugin.values());
    settings.remove("id");
    notThePlugins.forEach(settings::remove);
    return new PluginSpec(id, new Config(settings, new Config.Origin(base, this::locate)).at(key));
  }

  private List<PluginSpec> pluginList(Config run, String key) {
    List<PluginSpec> specs = new ArrayList<>();
    Object list = run.values().getOrDefault(key, List.of());
    int i = 0;
    for (Object element : (List<?>) list) {
      String field = key + "[" + i++ + "]";
      Map<String, Object> settings = new LinkedHashMap<>();
      plugin(key, element).forEach((name, value) -> settings.put(String.valueOf(name), value));
      specs.add(
          pluginSpec(
              new Config(settings, new Config.Origin(base, name -> locate(field + "." + name))), field, Set.of()));
    }
    return specs;
  }

  private String defaultName() {
    String file = yaml.file().getFileName().toString();
    return file.equals("command line") ? "run" : file.replaceFirst("\\.ya?ml$", "");
  }

  private String locate(String field) {
    return base.isEmpty() ? "" : yaml.locate(field);
  }

  private LeibnizException wrong(String field, String problem) {
    String where = locate(field);
    return LeibnizException.badInput((where.isEmpty() ? "" : where + ": ") + field + ": " + problem);
  }
}
