package org.leibniz.cli.internal.recipe;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.leibniz.api.Config;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.plugins.PluginLease;
import org.leibniz.templates.DataFiles;
import org.leibniz.templates.Recipe;
import org.leibniz.workspace.YamlFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the data of a recipe. */
@Command(
    name = "generate",
    description = {
      "Writes the training and the test file of a data recipe. The same recipe gives the same files.",
      "",
      "With --json one object: {train, trainSamples, test, testProblems}."
    },
    footer = {"leibniz data generate recipe.yaml"})
public final class GenerateDataCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RECIPE.yaml", description = "The recipe (docs/templates.md).")
  String file;

  @Option(names = "--json", description = "Write JSON on standard output and nothing else there.")
  boolean json;

  private final Context context;

  public GenerateDataCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path path = context.path(file);
    YamlFile yaml = YamlFile.read(path);
    Recipe recipe = Recipe.read(new Config(yaml.root(), new Config.Origin(path.getParent().toString(), yaml::locate)));
    try (PluginLease lease = context.services().plugins().get().lease()) {
      DataFiles files = new DataFiles(recipe, new StrategyPrompts(new Configured(context), lease));
      int samples = files.writeTraining();
      int problems = files.writeTest();
      print(recipe, samples, problems);
    }
    return ExitStatus.DONE;
  }

  private void print(Recipe recipe, int samples, int problems) {
    Console console = context.console();
    if (json) {
      Json.print(
          console,
          Json.object()
              .put("train", recipe.trainingFile().toString())
              .put("trainSamples", samples)
              .put("test", recipe.test().file().toString())
              .put("testProblems", problems));
      return;
    }
    console.line("wrote " + Figures.count(samples) + " samples to " + recipe.trainingFile());
    console.line("wrote " + Figures.count(problems) + " problems to " + recipe.test().file());
  }
}
