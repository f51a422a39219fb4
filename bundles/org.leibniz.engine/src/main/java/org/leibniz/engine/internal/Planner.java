package org.leibniz.engine.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.plugin.Descriptor;
import org.leibniz.api.plugin.Kind;
import org.leibniz.engine.RunPlan;
import org.leibniz.plugins.ConfigCheck;
import org.leibniz.plugins.InstalledPlugin;
import org.leibniz.plugins.Plugins;
import org.leibniz.workspace.PluginSpec;
import org.leibniz.workspace.RunSpec;

/** Resolves specifications: every plugin looked up, every setting checked and completed, the dataset read. */
record Planner(Plugins plugins, DatasetReader datasets) {
  private static final String EXECUTOR_CAPABILITY = "executor";

  /** Keys that change how a run goes on the machine, not what it gives. */
  private static final List<String> DECIDES_NOTHING = List.of("description", "maxInFlight", "cache");

  private static final PluginSpec DEFAULT_EXECUTOR = new PluginSpec("graalpy", Config.EMPTY);

  RunPlan plan(RunSpec spec) {
    PluginSpec strategy = complete(Kind.STRATEGY, spec.strategy());
    Map<String, PluginSpec> models = new LinkedHashMap<>();
    spec.models().forEach((role, model) -> models.put(role, complete(Kind.MODEL, model)));
    RunSpec full =
        new RunSpec(
            spec.name(), spec.experiment(), complete(Kind.DATASET, spec.dataset()), models, strategy,
            executor(spec, strategy), graders(spec), completeAll(Kind.METRIC, spec.metrics()), spec.samples(), spec.seed(),
            spec.limit(), spec.subjects(), spec.levels(), spec.maxInFlight(), spec.cache(), spec.sampleTimeout(),
            spec.maxCalls(), spec.written(), spec.source());
    Dataset dataset = datasets.open(full.dataset().id(), full.dataset().config());
    List<Problem> problems = selected(full, dataset);
    Map<String, Object> resolved = resolved(full, dataset);
    return new RunPlan(full, dataset, problems, key(full, dataset, problems), resolved);
  }

  private Optional<PluginSpec> executor(RunSpec spec, PluginSpec strategy) {
    if (spec.executor().isPresent()) {
      return Optional.of(complete(Kind.EXECUTOR, spec.executor().get()));
    }
    boolean wanted = plugins.descriptor(Kind.STRATEGY, strategy.id()).capabilities().contains(EXECUTOR_CAPABILITY);
    return wanted ? Optional.of(complete(Kind.EXECUTOR, DEFAULT_EXECUTOR)) : Optional.empty();
  }

  private List<PluginSpec> graders(RunSpec spec) {
    if (!spec.graders().isEmpty()) {
      return completeAll(Kind.GRADER, spec.graders());
    }
    String id = plugins.ids(Kind.GRADER).contains("math") ? "math" : "exact";
    return List.of(complete(Kind.GRADER, new PluginSpec(id, Config.EMPTY)));
  }

  private List<PluginSpec> completeAll(Kind kind, List<PluginSpec> specs) {
    return specs.stream().map(spec -> complete(kind, spec)).toList();
  }

  /** Checks the settings and fills in the defaults; messages still point at what was written. */
  PluginSpec complete(Kind kind, PluginSpec spec) {
    Descriptor descriptor = descriptor(kind, spec);
    ConfigCheck.check(descriptor, spec.config());
    return new PluginSpec(
        spec.id(), spec.config().with(SchemaDefaults.complete(descriptor, spec.config().values())));
  }

  private Descriptor descriptor(Kind kind, PluginSpec spec) {
    try {
      return plugins.descriptor(kind, spec.id());
    } catch (LeibnizException e) {
      throw new LeibnizException(e.code(), spec.config().wrong("id", e.getMessage()).getMessage(), e);
    }
  }

  private static List<Problem> selected(RunSpec spec, Dataset dataset) {
    refuseUnknown(spec, dataset);
    List<Problem> selected = new ArrayList<>();
    for (Problem problem : dataset.problems()) {
      boolean wanted =
          (spec.subjects().isEmpty() || spec.subjects().contains(problem.subject()))
              && (spec.levels().isEmpty() || spec.levels().contains(problem.level()));
      if (wanted && (spec.limit() == 0 || selected.size() < spec.limit())) {
        selected.add(problem);
      }
    }
    if (selected.isEmpty()) {
      throw LeibnizException.badInput(spec.source() + ": subjects and levels leave no problem of " + dataset.path());
    }
    return selected;
  }

  private static void refuseUnknown(RunSpec spec, Dataset dataset) {
    TreeSet<String> subjects = new TreeSet<>();
    dataset.problems().forEach(problem -> subjects.add(problem.subject()));
    for (String subject : spec.subjects()) {
      if (!subjects.contains(subject)) {
        throw LeibnizException.badInput(
            spec.source() + ": subjects: " + dataset.id() + " has no subject '" + subject + "'; it has "
                + String.join(", ", subjects));
      }
    }
  }

  private Map<String, Object> resolved(RunSpec spec, Dataset dataset) {
    Map<String, Object> resolved = new LinkedHashMap<>(spec.written());
    resolved.put("dataset", Map.of("id", spec.dataset().id(), "written", written(spec, "dataset"), "digest", dataset.digest()));
    resolved.put("strategy", settings(spec.strategy(), written(spec, "strategy")));
    spec.executor().ifPresent(executor -> resolved.put("executor", settings(executor, written(spec, "executor"))));
    resolved.put("graders", spec.graders().stream().map(grader -> settings(grader, Map.of())).toList());
    resolved.put("samples", spec.samples());
    resolved.put("seed", spec.seed());
    resolved.put("limit", spec.limit());
    resolved.put("subjects", spec.subjects());
    resolved.put("levels", spec.levels());
    resolved.put("sampleTimeout", spec.sampleTimeout().toString());
    resolved.put("maxCalls", spec.maxCalls());
    return resolved;
  }

  private static Object written(RunSpec spec, String key) {
    return spec.written().getOrDefault(key, Map.of());
  }

  /** Completed settings, except that what was written stays as written: environment variables by name, never their values. */
  private static Map<String, Object> settings(PluginSpec plugin, Object written) {
    Map<String, Object> settings = new LinkedHashMap<>(plugin.config().values());
    if (written instanceof Map<?, ?> map) {
      map.forEach((key, value) -> settings.put(String.valueOf(key), value));
    }
    settings.put("id", plugin.id());
    return settings;
  }

  private String key(RunSpec spec, Dataset dataset, List<Problem> problems) {
    Map<String, Object> deciding = resolved(spec, dataset);
    DECIDES_NOTHING.forEach(deciding::remove);
    Digests key = new Digests().add(CanonicalJson.write(deciding)).add(dataset.digest());
    problems.forEach(problem -> key.add(problem.id()));
    key.add(digest(Kind.STRATEGY, spec.strategy().id()));
    spec.executor().ifPresent(executor -> key.add(digest(Kind.EXECUTOR, executor.id())));
    spec.graders().forEach(grader -> key.add(digest(Kind.GRADER, grader.id())));
    return key.hex();
  }

  private String digest(Kind kind, String id) {
    return plugins.list().stream()
        .filter(plugin -> plugin.descriptor().kind() == kind && plugin.descriptor().id().equals(id))
        .map(InstalledPlugin::digest)
        .findFirst()
        .orElse("");
  }
}
