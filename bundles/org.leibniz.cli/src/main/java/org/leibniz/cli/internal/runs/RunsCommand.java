package org.leibniz.cli.internal.runs;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.ReadOptions;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.json.RunJson;
import org.leibniz.cli.internal.run.RunReport;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the runs of a workspace. */
@Command(
    name = "runs",
    description = {
      "Lists the runs of a workspace, newest first; its subcommands tag, annotate and delete them.",
      "",
      "A RUN is an id, a unique prefix of one, a name, or @last."
    },
    footer = {
      "leibniz runs",
      "leibniz runs --tag baseline --json",
      "leibniz runs tag @last baseline",
      "leibniz runs note 3f2a91c0 'temperature 0.7, wrong template'",
      "leibniz runs delete 3f2a91c0"
    })
public final class RunsCommand implements Callable<Integer> {
  private static final DateTimeFormatter STARTED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  @Mixin ReadOptions options;

  @Option(names = "--tag", paramLabel = "TAG", description = "Only runs with this tag.")
  Optional<String> tag = Optional.empty();

  private final Context context;

  public RunsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Workspace workspace = context.workspaces().forReading(options.workspace());
    Optional<RunStore> existing = context.services().stores().get().openExisting(workspace.state());
    if (existing.isEmpty()) {
      context.console().say("no runs in " + workspace.folder() + " yet; start one with: leibniz run FILE");
      return ExitStatus.DONE;
    }
    context.workspaces().remember(workspace);
    try (RunStore store = existing.get()) {
      List<RunRow> runs =
          store.runs().stream().filter(run -> tag.isEmpty() || run.tags().contains(tag.get())).toList();
      if (options.json()) {
        runs.forEach(run -> Json.print(context.console(), new RunJson(RunSummary.read(store, run)).row()));
      } else if (runs.isEmpty()) {
        context.console().say("no runs" + tag.map(t -> " tagged " + t).orElse("") + " in " + workspace.folder());
      } else {
        print(store, runs);
      }
    }
    return ExitStatus.DONE;
  }

  private void print(RunStore store, List<RunRow> runs) {
    Table table = Table.of("run", "name", "dataset", "strategy", "model", ">n", ">accuracy", "status", "started", "tags");
    Set<String> warnings = new LinkedHashSet<>();
    for (RunRow run : runs) {
      RunSummary summary = RunSummary.read(store, run);
      summary.warning().ifPresent(warnings::add);
      table.row(
          run.id(),
          run.name(),
          run.dataset(),
          run.strategy(),
          run.model() + (run.origin().equals("demonstration") ? " (demonstration)" : ""),
          Figures.count(summary.all().n()),
          Figures.percent(summary.accuracy().value()),
          run.status().id(),
          STARTED.format(run.started()),
          String.join(", ", new TreeSet<>(run.tags())) + (run.note().isEmpty() ? "" : " – " + run.note()));
    }
    table.print(context.console());
    warnings.forEach(warning -> RunReport.warn(context.console(), warning));
  }
}
