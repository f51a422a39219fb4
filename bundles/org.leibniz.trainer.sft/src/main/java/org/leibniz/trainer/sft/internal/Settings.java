package org.leibniz.trainer.sft.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.leibniz.api.Config;
import org.leibniz.checkpoint.write.NumberFormat;
import org.leibniz.trainer.sft.internal.data.Phase;
import org.leibniz.trainer.sft.internal.network.Optimiser;
import org.leibniz.trainer.sft.internal.network.Precision;

/**
 * A training as its file describes it.
 *
 * @param model where to begin: sizes of a new model, or a checkpoint
 * @param tokenizer vocabulary of a new tokenizer, or one that is there
 * @param mixture empty for all examples alike
 * @param phases where the mixture is written
 * @param context tokens of a row
 * @param rows of a batch
 * @param accumulation batches of a step
 * @param checkpointEvery steps between checkpoints
 * @param keep newest checkpoints that are kept
 * @param export where the finished model is put, and in which format
 * @param written all that decides the result, to tell whether checkpoints belong to it
 */
record Settings(
    Config model,
    Config tokenizer,
    List<Path> data,
    List<Phase> mixture,
    Config phases,
    boolean lossOnExecution,
    int context,
    int rows,
    int accumulation,
    long steps,
    Schedule schedule,
    Optimiser optimiser,
    Precision precision,
    int threads,
    long seed,
    long checkpointEvery,
    int keep,
    Optional<Path> export,
    NumberFormat exportFormat,
    String written) {
  static Settings of(Config config) {
    long steps = config.integer("steps", 1000);
    Config rate = config.child("schedule");
    Schedule schedule =
        new Schedule(
            rate.choice("kind", Schedule.Kind.class, Schedule.Kind.COSINE),
            config.decimal("learningRate", 2e-5),
            rate.integer("warmup", 50),
            share(rate, "flat", 0),
            share(rate, "floor", 0),
            steps);
    Config adam = config.child("optimiser");
    Optimiser optimiser =
        new Optimiser(
            share(adam, "beta1", 0.9),
            share(adam, "beta2", 0.95),
            adam.decimal("epsilon", 1e-8),
            adam.decimal("weightDecay", 0),
            adam.decimal("clip", 1));
    if (config.has("export") && config.path("export").filter(Files::isRegularFile).isPresent()) {
      throw config.wrong("export", "is a file; expected a folder");
    }
    return new Settings(
        config.child("model"),
        config.child("tokenizer"),
        data(config),
        mixture(config),
        config,
        config.flag("lossOnExecution", false),
        (int) config.integer("context", 2048),
        (int) config.integer("rows", 1),
        (int) config.integer("accumulation", 1),
        steps,
        schedule,
        optimiser,
        config.choice("precision", Precision.class, Precision.F32),
        (int) config.integer("threads", Runtime.getRuntime().availableProcessors()),
        config.integer("seed", 0),
        config.integer("checkpointEvery", 500),
        (int) config.integer("keep", 2),
        config.path("export"),
        config.choice("exportFormat", NumberFormat.class, NumberFormat.F32),
        decisive(config));
  }

  private static double share(Config config, String key, double fallback) {
    double value = config.decimal(key, fallback);
    if (value < 0 || value > 1) {
      throw config.wrong(key, "expected a share from 0 to 1, found " + value);
    }
    return value;
  }

  private static List<Path> data(Config config) {
    List<Path> files = new ArrayList<>();
    for (String file : config.texts("data")) {
      // Resolved as every path of a configuration.
      files.add(config.with(java.util.Map.of("data", file)).path("data").orElseThrow());
    }
    if (files.isEmpty()) {
      throw config.wrong("data", "is empty; expected files of examples");
    }
    return files;
  }

  private static List<Phase> mixture(Config config) {
    List<Phase> phases = new ArrayList<>();
    double before = 0;
    for (Config phase : config.children("mixture")) {
      double until = share(phase, "until", 1);
      if (until <= before) {
        throw phase.wrong("until", "expected more than the phase before it, " + before + ", found " + until);
      }
      before = until;
      SortedMap<String, Double> shares = new TreeMap<>();
      Config forms = phase.child("forms");
      for (String form : forms.values().keySet()) {
        double weight = forms.decimal(form, 0);
        if (weight < 0) {
          throw forms.wrong(form, "expected 0 or more, found " + weight);
        }
        shares.put(form, weight);
      }
      if (shares.values().stream().noneMatch(weight -> weight > 0)) {
        throw phase.wrong("forms", "expected at least one form with a share above 0");
      }
      phases.add(new Phase(until, shares));
    }
    return phases;
  }

  /** Threads, export and how often checkpoints are written decide nothing about the parameters of a step. */
  private static String decisive(Config config) {
    SortedMap<String, Object> all = new TreeMap<>(config.values());
    for (String key : List.of("threads", "export", "exportFormat", "checkpointEvery", "keep", "data")) {
      all.remove(key);
    }
    return all.toString();
  }
}
