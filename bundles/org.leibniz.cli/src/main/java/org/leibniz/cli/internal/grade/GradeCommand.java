package org.leibniz.cli.internal.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.leibniz.api.Config;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.ReadOptions;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.json.RunJson;
import org.leibniz.cli.internal.plugin.Configured;
import org.leibniz.cli.internal.run.RunReport;
import org.leibniz.cli.internal.run.Watched;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.store.Grading;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.workspace.PluginSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Grades a stored run again. */
@Command(
    name = "grade",
    description = {
      "Grades a stored run with another grader or other options; earlier gradings stay.",
      "",
      "No model is called. With --json the new grading's counts have the form of show --json."
    },
    footer = {
      "leibniz grade @last --grader hendrycks",
      "leibniz grade 3f2a --grader exact --option ignoreCase=true",
      "leibniz graders exact      lists the options there are"
    })
public final class GradeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "Id, unique prefix, name or @last.")
  String run;

  @Option(names = "--grader", required = true, paramLabel = "ID", description = "The grader.")
  String grader;

  @Option(names = "--option", paramLabel = "KEY=VALUE", description = "An option of the grader. Repeatable.")
  List<String> settings = new ArrayList<>();

  @Mixin ReadOptions options;

  private final Context context;

  public GradeCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Config config = Configured.settings(context, "--option", settings);
    new Configured(context).check(Kind.GRADER, grader, config);
    try (RunStore store = context.workspaces().store(options.workspace())) {
      RunRow found = store.find(run);
      RunSummary before = RunSummary.read(store, found);
      Grading grading =
          new Watched(context.console(), "grading " + found.name(), before.all().n())
              .call(
                  (listener, cancellation) ->
                      context
                          .services()
                          .regrader()
                          .get()
                          .grade(store, found, new PluginSpec(grader, config), listener, cancellation));
      RunReport report = new RunReport(context, store);
      RunSummary after = report.measured(found, grading);
      if (options.json()) {
        Json.print(context.console(), new RunJson(after).shown());
      } else {
        report.print(after);
        hint(found, before.grading(), grading);
      }
      return after.all().count(org.leibniz.api.grader.Outcome.GRADER_FAILED) > 0 ? ExitStatus.FAILURES : ExitStatus.DONE;
    }
  }

  private void hint(RunRow run, Grading first, Grading now) {
    Console console = context.console();
    String a = first.spec().grader();
    String b = now.spec().grader();
    String graders = a.equals(b) ? a + "#1," + b : a + "," + b;
    console.line("");
    console.line("next:  leibniz grade-diff " + run.id() + " --graders " + graders);
  }
}
