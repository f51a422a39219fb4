package org.leibniz.cli.internal.run;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.ReadOptions;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.json.RunJson;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStatus;
import org.leibniz.store.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows a run of another process. */
@Command(
    name = "watch",
    description = {
      "Follows a run that another process is running, until it ends, and shows its tables.",
      "",
      "Ctrl-C ends the watching only. Exit status 1 where the run did not finish."
    },
    footer = {"leibniz watch @last", "leibniz watch 3f2a --json"})
public final class WatchCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", defaultValue = "@last", paramLabel = "RUN", description = "Id, unique prefix, name or @last.")
  String run;

  @Option(names = "--every", paramLabel = "MILLIS", defaultValue = "500", description = "How often to look, in milliseconds.")
  long every;

  @Mixin ReadOptions options;

  private final Context context;

  public WatchCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    AtomicBoolean stopped = new AtomicBoolean();
    try (RunStore store = context.workspaces().store(options.workspace());
        Interrupt interrupt = Interrupt.asks(() -> stopped.set(true))) {
      RunRow last = follow(store, store.find(run), stopped);
      RunReport report = new RunReport(context, store);
      RunSummary summary = report.measured(last);
      if (options.json()) {
        Json.print(context.console(), new RunJson(summary).shown());
      } else {
        report.print(summary);
      }
      return last.status() == RunStatus.FINISHED ? ExitStatus.DONE : ExitStatus.FAILURES;
    }
  }

  private RunRow follow(RunStore store, RunRow first, AtomicBoolean stopped) throws InterruptedException {
    RunRow now = first;
    WatchedProgress progress = new WatchedProgress(first);
    try (ProgressView view = new ProgressView(context.console(), progress)) {
      while (now.status() == RunStatus.RUNNING && !stopped.get()) {
        progress.read(RunSummary.read(store, now).all());
        Thread.sleep(Math.clamp(every, 50, 60_000));
        now = store.find(first.id());
      }
    }
    return now;
  }
}
