package org.leibniz.cli.internal.runs;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStatus;
import org.leibniz.store.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes runs. */
@Command(
    name = "delete",
    description = "Deletes runs with their samples, calls and gradings. There is no way back.",
    footer = "leibniz runs delete 3f2a91c0 77ab01d2")
public final class DeleteCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Id, unique prefix, name or @last.")
  List<String> runs = List.of();

  @Option(names = "--workspace", paramLabel = "DIR", description = "The workspace.")
  Optional<String> workspace = Optional.empty();

  private final Context context;

  public DeleteCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (RunStore store = context.workspaces().store(workspace)) {
      List<RunRow> found = runs.stream().map(store::find).distinct().toList();
      for (RunRow run : found) {
        if (run.status() == RunStatus.RUNNING) {
          throw LeibnizException.usage("run " + run.id() + " is running; stop it first");
        }
      }
      for (RunRow run : found) {
        store.delete(run.key());
        context.console().line("deleted " + run.id() + "  " + run.name());
      }
    }
    return ExitStatus.DONE;
  }
}
