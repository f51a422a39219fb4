package org.leibniz.cli.internal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand. */
@Command(
    name = "leibniz",
    description = {
      "A workbench for research in mathematical reasoning with language models: runs ways of reasoning over whole"
          + " benchmarks, executes their programs, grades the answers and compares the runs.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "leibniz run sample-workspaces/quickstart   runs a small benchmark from start to end",
      "leibniz help COMMAND                       explains a command, with examples",
      "",
      "Exit status: 0 done, 1 finished with failures to report, 2 bad usage or bad input, 3 internal error."
    })
public final class Leibniz implements Runnable {
  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version.")
  boolean version;

  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }
}
