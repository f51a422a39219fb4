package org.leibniz.cli.internal.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.compare.SavedCharts;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.json.RunJson;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.engine.RunEngine;
import org.leibniz.engine.RunPlan;
import org.leibniz.engine.RunResult;
import org.leibniz.store.RunStore;
import org.leibniz.workspace.PublishedCounts;
import org.leibniz.workspace.RunSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a run file, a workspace, or what the command line describes. */
@Command(
    name = "run",
    description = {
      "Runs a run file, every run file of a workspace, or what the options describe.",
      "",
      "Everything is checked before the first sample starts. A run whose plan equals that of an unfinished run goes on with"
          + " it, and an unfinished grid or workspace goes on as one; Ctrl-C stops cleanly. With --json, accuracy, low and high are shares from 0 to 1.",
      "",
      "A whole workspace ends with its saved charts (charts/*.yaml) and, where it has a published.yaml, with a table of"
          + " published, listed and its own counts."
    },
    footer = {
      "leibniz run sample-workspaces/quickstart",
      "leibniz run runs/gsm8k.yaml --limit 100 --set strategy.maxRounds=4",
      "leibniz run --dataset gsm8k:test.jsonl --model recorded:replies.jsonl --strategy cot --grader exact",
      "leibniz run runs/gsm8k.yaml --json | jq .accuracy"
    })
public final class RunCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "FILE|WORKSPACE", description = "A run file, or the folder of a workspace.")
  Optional<String> target = Optional.empty();

  @Mixin RunSettings settings;

  @Option(names = "--fresh", description = "Start anew even where an unfinished run could go on.")
  boolean fresh;

  @Option(names = "--workspace", paramLabel = "DIR", description = "The workspace whose store takes the runs.")
  Optional<String> workspace = Optional.empty();

  @Option(names = "--json", description = "Write one JSON object per run on standard output and nothing else there.")
  boolean json;

  @Spec CommandSpec spec;

  private final Context context;

  public RunCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    RunTarget asked = RunTarget.read(context, target, workspace, settings);
    RunEngine engine = context.services().engine().get();
    List<RunPlan> plans = new ArrayList<>();
    for (RunSpec run : asked.specs()) {
      plans.add(engine.plan(run));
    }
    try (RunStore store = context.services().stores().get().open(asked.workspace().state())) {
      context.workspaces().remember(asked.workspace());
      RunBatch.Ending ending = new RunBatch(context, store, asked.workspace().state(), fresh).run(plans);
      List<RunSummary> summaries = report(store, ending, asked.published());
      if (ending.cancelled()) {
        sayHowToResume(ending);
      } else if (asked.whole()) {
        new SavedCharts(context, store, asked.workspace()).draw(json);
      }
      if (!json && !ending.cancelled() && !summaries.isEmpty()) {
        new NextSteps(context.console()).print(summaries);
      }
      return status(ending, summaries);
    }
  }

  private List<RunSummary> report(RunStore store, RunBatch.Ending ending, Optional<PublishedCounts> published) {
    RunReport report = new RunReport(context, store);
    List<RunSummary> summaries = new ArrayList<>();
    for (RunResult result : ending.finished()) {
      RunSummary summary = report.measured(result.run());
      summaries.add(summary);
      if (json) {
        ObjectNode node = new RunJson(summary).finished(result);
        published.map(counts -> counts.runs().get(summary.run().name())).ifPresent(count -> publish(node, count));
        Json.print(context.console(), node);
      }
    }
    if (json || summaries.isEmpty()) {
      return summaries;
    }
    if (summaries.size() == 1) {
      report.print(summaries.getFirst());
    } else {
      new GridReport(context.console()).print(summaries);
    }
    published.ifPresent(counts -> new PublishedTable(context.console(), counts).print(summaries));
    return summaries;
  }

  private static void publish(ObjectNode node, PublishedCounts.Count count) {
    ObjectNode published = node.putObject("published").put("of", count.of()).put("listed", count.listed());
    count.published().ifPresent(percent -> published.put("percent", percent).put("source", count.source()));
  }

  private void sayHowToResume(RunBatch.Ending ending) {
    long kept = ending.finished().stream().mapToLong(RunResult::samples).sum();
    String words =
        spec.root().commandLine().getParseResult().originalArgs().stream()
            .filter(word -> !word.equals("--fresh"))
            .map(RunCommand::quoted)
            .collect(Collectors.joining(" "));
    context.console().say("stopped; " + Figures.count(kept) + " samples of this call are kept; go on with: leibniz " + words);
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private int status(RunBatch.Ending ending, List<RunSummary> summaries) {
    Console console = context.console();
    long failures = summaries.stream().mapToLong(RunSummary::failures).sum();
    if (failures > 0) {
      console.say(
          Figures.count(failures)
              + " samples failed in a model, a strategy or a grader; see: leibniz samples @last --outcome strategy-failed (or"
              + " model-failed, grader-failed)");
    }
    if (ending.failed() > 0) {
      console.say(ending.failed() + " runs could not be finished; the same command goes on with them");
    }
    return failures > 0 || ending.failed() > 0 || ending.cancelled() ? ExitStatus.FAILURES : ExitStatus.DONE;
  }
}
