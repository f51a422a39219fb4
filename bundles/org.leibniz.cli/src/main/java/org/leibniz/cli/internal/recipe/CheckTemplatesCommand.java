package org.leibniz.cli.internal.recipe;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leibniz.api.Config;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.plugins.PluginLease;
import org.leibniz.templates.Exercise;
import org.leibniz.templates.Generator;
import org.leibniz.templates.Templates;
import org.leibniz.templates.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks templates by running what they make. */
@Command(
    name = "check",
    description = {
      "Draws a problem of every template and wording, runs its programs, and checks its answers; with --count so many"
          + " of every template, wording, level and split.",
      "",
      "The program must print the answer, the notebook must show what the transcript says, and the grader must find the"
          + " answer in every form. Exit status 1 where something is wrong. With --json one object a fault: {template,"
          + " level, wording, question, fault}."
    },
    footer = {
      "leibniz data check --executor graalpy",
      "leibniz data check --executor cpython --templates mine --count 5"
    })
public final class CheckTemplatesCommand implements Callable<Integer> {
  @Mixin TemplateSource source;

  @Option(
      names = "--executor",
      paramLabel = "ID",
      defaultValue = "graalpy",
      description = "The executor. Default: ${DEFAULT-VALUE}.")
  String executor;

  @Option(
      names = "--grader",
      paramLabel = "ID",
      defaultValue = "math",
      description = "The grader. Default: ${DEFAULT-VALUE}.")
  String grader;

  @Option(names = "--count", paramLabel = "N", description = "Problems of every template, wording, level and split.")
  Optional<Integer> count = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Seed of the draws.")
  long seed;

  @Option(names = "--json", description = "Write JSON Lines on standard output and nothing else there.")
  boolean json;

  private final Context context;

  public CheckTemplatesCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Templates templates = source.read(context);
    Generator generator = new Generator(templates, seed);
    List<Exercise> exercises = count.isPresent() ? generator.everyKind(count.get()) : generator.everyWording();
    int wrong = 0;
    try (PluginLease lease = context.services().plugins().get().lease()) {
      Configured configured = new Configured(context);
      Config none = Config.EMPTY;
      Verification verification =
          new Verification(
              configured.get(lease, Kind.EXECUTOR, executor, ProgramExecutor.class, none),
              configured.get(lease, Kind.GRADER, grader, Grader.class, none));
      for (Exercise exercise : exercises) {
        List<String> faults = verification.faults(exercise);
        wrong += faults.isEmpty() ? 0 : 1;
        faults.forEach(fault -> print(exercise, fault));
      }
    }
    String result =
        Figures.count(exercises.size()) + " problems of " + templates.all().size() + " templates, " + wrong + " wrong";
    if (json) {
      context.console().say(result);
    } else {
      context.console().line(result);
    }
    return wrong == 0 ? ExitStatus.DONE : ExitStatus.FAILURES;
  }

  private void print(Exercise exercise, String fault) {
    Console console = context.console();
    if (json) {
      Json.print(
          console,
          Json.object()
              .put("template", exercise.template())
              .put("level", exercise.level())
              .put("wording", exercise.wording().id())
              .put("question", exercise.question())
              .put("fault", fault));
      return;
    }
    String place = console.ink(Ink.RED, exercise.template()) + ", level " + exercise.level();
    String question = console.ink(Ink.DIM, Printable.oneLine(exercise.question()));
    console.line(place + ": " + Printable.oneLine(fault) + "  " + question);
  }
}
