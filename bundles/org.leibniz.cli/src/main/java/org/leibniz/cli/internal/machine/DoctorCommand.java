package org.leibniz.cli.internal.machine;

import java.util.List;
import java.util.concurrent.Callable;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.ReadOptions;
import org.leibniz.cli.internal.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the machine. */
@Command(
    name = "doctor",
    description = {
      "Checks the machine: JDK, memory, folders, disk, fonts, plugins, executors, the device models"
          + " are computed on, and the workspace's store.",
      "",
      "Exit status 1 where something is bad. Each executor runs one small program, which may take some seconds."
    },
    footer = {"leibniz doctor", "leibniz doctor --fix --json"})
public final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--fix", description = "Make what can be made: missing folders, and the Python environment of the executor cpython (fetched, some minutes).")
  boolean fix;

  @Mixin ReadOptions options;

  private final Context context;

  public DoctorCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<Check> checks = new Checks(context, fix).all(options.workspace());
    for (Check check : checks) {
      if (options.json()) {
        Json.print(
            context.console(),
            Json.object()
                .put("check", check.name())
                .put("state", check.state().id())
                .put("detail", check.detail())
                .put("fix", check.fix()));
      } else {
        print(check);
      }
    }
    return checks.stream().anyMatch(check -> check.state() == Check.State.BAD) ? ExitStatus.FAILURES : ExitStatus.DONE;
  }

  private void print(Check check) {
    Console console = context.console();
    Ink ink =
        switch (check.state()) {
          case OK -> Ink.GREEN;
          case WARNING -> Ink.YELLOW;
          case BAD -> Ink.RED;
        };
    String state = check.state().id() + " ".repeat(Math.max(1, 9 - check.state().id().length()));
    console.line(console.ink(ink, state) + check.name() + ": " + check.detail());
    if (!check.fix().isEmpty()) {
      console.line("         " + check.fix());
    }
  }
}
