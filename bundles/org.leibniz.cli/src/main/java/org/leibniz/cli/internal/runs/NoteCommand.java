package org.leibniz.cli.internal.runs;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a note on a run. */
@Command(
    name = "note",
    description = "Writes a note on a run in place of an earlier one; an empty text removes it.",
    footer = "leibniz runs note @last 'first run with the corrected template'")
public final class NoteCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RUN", description = "Id, unique prefix, name or @last.")
  String run;

  @Parameters(index = "1", paramLabel = "TEXT", description = "The note.")
  String text;

  @Option(names = "--workspace", paramLabel = "DIR", description = "The workspace.")
  Optional<String> workspace = Optional.empty();

  private final Context context;

  public NoteCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (RunStore store = context.workspaces().store(workspace)) {
      RunRow found = store.find(run);
      store.note(found.key(), text.strip());
      context.console().line(found.id() + ": " + (text.isBlank() ? "note removed" : text.strip()));
    }
    return ExitStatus.DONE;
  }
}
