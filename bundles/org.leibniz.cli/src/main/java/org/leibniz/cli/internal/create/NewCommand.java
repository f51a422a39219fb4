package org.leibniz.cli.internal.create;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes something that works, to be changed. */
@Command(
    name = "new",
    description = "Makes a workspace, a run file, a dataset or a strategy plugin that works as it is, to be changed.",
    synopsisSubcommandLabel = "workspace|run|strategy|dataset",
    footer = {"leibniz new workspace my-study", "leibniz new strategy my-strategy"})
public final class NewCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "new what? one of workspace, run, strategy, dataset");
  }
}
