package org.leibniz.cli.internal.create;

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

/** Makes a dataset file. */
@Command(
    name = "dataset",
    description = "Makes a small JSON Lines dataset to be filled with problems of your own, read by the source jsonl.",
    footer = {"leibniz new dataset olympiad", "leibniz datasets jsonl:datasets/olympiad.jsonl"})
public final class NewDatasetCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Name of the file.")
  String name;

  @Option(names = "--workspace", paramLabel = "DIR", description = "The workspace; by default the one around this folder.")
  Optional<String> workspace = Optional.empty();

  private final Context context;

  public NewDatasetCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Scaffold.checked(name);
    Workspace found = context.workspaces().forReading(workspace);
    Path file = found.folder().resolve("datasets/" + name + ".jsonl");
    new Scaffold(Map.of("NAME", name)).add(file, "problems.jsonl").write(context.console(), context.folder());
    context.console().line("");
    context.console().line("in a run file:  dataset: {id: jsonl, name: " + name + ", path: ../datasets/" + name + ".jsonl}");
    context.console().line("next:  leibniz datasets jsonl:" + file);
    return ExitStatus.DONE;
  }
}
