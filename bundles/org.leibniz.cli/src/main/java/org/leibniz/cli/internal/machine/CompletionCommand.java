package org.leibniz.cli.internal.machine;

import java.util.concurrent.Callable;
import org.leibniz.cli.internal.Commands;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints a completion script. */
@Command(
    name = "completion",
    description = "Prints a completion script for bash and zsh.",
    footer = {"source <(leibniz completion)", "leibniz completion > /etc/bash_completion.d/leibniz"})
public final class CompletionCommand implements Callable<Integer> {
  private final Context context;

  public CompletionCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.console().line(AutoComplete.bash("leibniz", new Commands(context).all()));
    return ExitStatus.DONE;
  }
}
