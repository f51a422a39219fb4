package org.leibniz.cli.internal.create;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a run file. */
@Command(
    name = "run",
    description = "Makes a commented run file, with a small dataset and a demonstration recording beside it so that it runs.",
    footer = {"leibniz new run few-shot", "leibniz run runs/few-shot.yaml"})
public final class NewRunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Name of the run and its file.")
  String name;

  @Option(names = "--workspace", paramLabel = "DIR", description = "The workspace; by default the one around this folder.")
  Optional<String> workspace = Optional.empty();

  private final Context context;

  public NewRunCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Scaffold.checked(name);
    Workspace found = context.workspaces().forReading(workspace);
    Path file = found.folder().resolve("runs/" + name + ".yaml");
    Scaffold scaffold = new Scaffold(Map.of("NAME", name)).add(file, "run.yaml");
    Path dataset = found.folder().resolve("datasets/" + name + ".jsonl");
    if (!Files.exists(dataset)) {
      scaffold.add(dataset, "problems.jsonl");
    }
    scaffold.add(found.folder().resolve("models/" + name + ".jsonl"), "demonstration.jsonl");
    scaffold.write(context.console(), context.folder());
    context.console().line("");
    context.console().line("next:  leibniz run " + file);
    return ExitStatus.DONE;
  }
}
