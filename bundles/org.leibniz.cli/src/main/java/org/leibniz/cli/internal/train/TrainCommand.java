package org.leibniz.cli.internal.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Kind;
import org.leibniz.api.trainer.Trainer;
import org.leibniz.api.trainer.TrainingEnd;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.cli.internal.run.Interrupt;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.plugins.PluginLease;
import org.leibniz.workspace.Overrides;
import org.leibniz.workspace.PluginSpec;
import org.leibniz.workspace.TrainingFile;
import org.leibniz.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a model. */
@Command(
    name = "train",
    description = {
      "Trains a model by a training file.",
      "",
      "Checkpoints and the curve are kept in .leibniz/training/NAME of the workspace; each checkpoint opens as a model by its"
          + " path. An unfinished training goes on from its newest checkpoint and ends with the same parameters as one that was"
          + " never stopped; Ctrl-C writes a checkpoint and ends. With --json one object at the end: {name, step, finished,"
          + " loss, tokensPerSecond, checkpoint, curve}."
    },
    footer = {
      "leibniz train sample-workspaces/quickstart/train/leibniz-tiny.yaml",
      "leibniz train tiny.yaml --set trainer.steps=200 --set trainer.seed=1"
    })
public final class TrainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A training file (docs/training.md).")
  String file;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Sets a key of the file, as in trainer.steps=200. Repeatable.")
  List<String> settings = new ArrayList<>();

  @Option(names = "--fresh", description = "Start anew; checkpoints of the same name are deleted.")
  boolean fresh;

  @Option(names = "--workspace", paramLabel = "DIR", description = "The workspace that keeps the checkpoints.")
  Optional<String> workspace = Optional.empty();

  @Option(names = "--json", description = "Write one JSON object on standard output and nothing else there.")
  boolean json;

  private final Context context;

  public TrainCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path path = context.path(file);
    Map<String, Object> overrides = new LinkedHashMap<>();
    settings.stream().map(Overrides::parse).forEach(entry -> overrides.put(entry.getKey(), entry.getValue()));
    TrainingFile training = TrainingFile.read(path, overrides, context.environment());
    Workspace in = context.workspaces().forRun(workspace, Optional.of(path));
    Path folder = in.state().resolve("training").resolve(training.name());
    TrainingView view = new TrainingView(context.console(), training.name());
    try (PluginLease lease = context.services().plugins().get().lease();
        Interrupt interrupt = Interrupt.asks(view::stop)) {
      PluginSpec spec = training.trainer();
      Trainer trainer = new Configured(context).get(lease, Kind.TRAINER, spec.id(), Trainer.class, spec.config());
      prepare(folder);
      TrainingEnd end;
      try {
        end = trainer.train(folder, view);
      } finally {
        view.end();
      }
      report(training, folder, view, end);
      return end.finished() ? ExitStatus.DONE : ExitStatus.FAILURES;
    }
  }

  private void prepare(Path folder) {
    try {
      if (fresh && Files.exists(folder)) {
        try (Stream<Path> all = Files.walk(folder)) {
          for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(one);
          }
        }
      }
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw LeibnizException.badInput(folder, 0, "", "cannot be written: " + e.getMessage());
    }
  }

  private void report(TrainingFile training, Path folder, TrainingView view, TrainingEnd end) {
    Console console = context.console();
    Path curve = folder.resolve("curve.jsonl");
    if (json) {
      var result = Json.object().put("name", training.name()).put("step", end.step()).put("finished", end.finished());
      result.set("loss", Json.number(view.loss()));
      result.set("tokensPerSecond", Json.number(view.tokensPerSecond()));
      Json.print(console, result.put("checkpoint", end.checkpoint().toString()).put("curve", curve.toString()));
    } else if (end.finished()) {
      console.line(
          training.name() + ": " + Figures.count(end.step()) + " steps, loss " + Figures.decimal(view.loss(), 4) + ", "
              + Figures.decimal(view.tokensPerSecond(), 0) + " tokens/s");
      console.line("checkpoint  " + end.checkpoint());
      console.line("curve       " + curve);
    }
    if (!end.finished()) {
      console.say("stopped after step " + Figures.count(end.step()) + "; go on with the same command");
    }
  }
}
