package org.leibniz.cli.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.cli.internal.Context;
import org.leibniz.workspace.Overrides;
import picocli.CommandLine.Option;

/** Settings of a run given on the command line; they win over the run file's. */
public final class RunSettings {
  @Option(names = "--dataset", paramLabel = "ID:PATH", description = "Dataset source and its file or folder.")
  List<String> datasets = new ArrayList<>();

  @Option(names = "--model", paramLabel = "ID:PATH", description = "Model backend and its file.")
  List<String> models = new ArrayList<>();

  @Option(names = "--strategy", paramLabel = "ID", description = "Strategy; several make a grid.")
  List<String> strategies = new ArrayList<>();

  @Option(names = "--executor", paramLabel = "ID", description = "Executor for the programs.")
  Optional<String> executor = Optional.empty();

  @Option(names = "--grader", paramLabel = "ID", description = "Grader; the first decides the outcome. Repeatable.")
  List<String> graders = new ArrayList<>();

  @Option(names = "--preset", paramLabel = "ID", description = "A paper's protocol: prompt, limits and graders.")
  Optional<String> preset = Optional.empty();

  @Option(names = "--name", paramLabel = "NAME", description = "Name of the run.")
  Optional<String> name = Optional.empty();

  @Option(names = "--samples", paramLabel = "K", description = "Samples per problem.")
  Optional<Long> samples = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the run.")
  Optional<Long> seed = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", description = "Only the first N problems.")
  Optional<Long> limit = Optional.empty();

  @Option(names = "--subject", paramLabel = "S", description = "Only problems of this subject. Repeatable.")
  List<String> subjects = new ArrayList<>();

  @Option(names = "--level", paramLabel = "L", description = "Only problems of this level. Repeatable.")
  List<Long> levels = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Any key of the run file, dotted, as in strategy.maxRounds=4. Repeatable.")
  List<String> settings = new ArrayList<>();

  /** Whether these alone can describe a run. */
  public boolean describeRun() {
    return !datasets.isEmpty() || !models.isEmpty() || !strategies.isEmpty() || preset.isPresent() || !settings.isEmpty();
  }

  /** Dotted keys and values, in an order in which later ones may refine earlier ones. */
  public Map<String, Object> overrides(Context context) {
    Map<String, Object> overrides = new LinkedHashMap<>();
    one(overrides, "dataset", datasets.stream().map(written -> plugin(context, written)).toList());
    one(overrides, "model", models.stream().map(written -> plugin(context, written)).toList());
    one(overrides, "strategy", List.copyOf(strategies));
    executor.ifPresent(id -> overrides.put("executor", id));
    list(overrides, "graders", graders);
    preset.ifPresent(id -> overrides.put("preset", id));
    name.ifPresent(text -> overrides.put("name", text));
    samples.ifPresent(k -> overrides.put("samples", k));
    seed.ifPresent(n -> overrides.put("seed", n));
    limit.ifPresent(n -> overrides.put("limit", n));
    list(overrides, "subjects", subjects);
    list(overrides, "levels", levels);
    for (String setting : settings) {
      Map.Entry<String, Object> parsed = Overrides.parse(setting);
      overrides.remove(parsed.getKey());
      overrides.put(parsed.getKey(), parsed.getValue());
    }
    return overrides;
  }

  private static void one(Map<String, Object> overrides, String key, List<Object> values) {
    if (!values.isEmpty()) {
      overrides.put(key, values.size() == 1 ? values.getFirst() : values);
    }
  }

  private static void list(Map<String, Object> overrides, String key, List<?> values) {
    if (!values.isEmpty()) {
      overrides.put(key, List.copyOf(values));
    }
  }

  /** {@code ID:PATH} as a mapping, the path relative to the working folder and not to the run file. */
  static Object plugin(Context context, String written) {
    int colon = written.indexOf(':');
    if (colon < 1) {
      return written;
    }
    String path = written.substring(colon + 1);
    String absolute = path.startsWith("${") ? path : context.path(path).toString();
    Map<String, Object> plugin = new LinkedHashMap<>();
    plugin.put("id", written.substring(0, colon));
    plugin.put("path", absolute);
    return plugin;
  }
}
