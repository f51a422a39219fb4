package org.leibniz.cli.internal.create;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a workspace. */
@Command(
    name = "workspace",
    description = "Makes a workspace with a small dataset, a demonstration recording and a run file that runs.",
    footer = {"leibniz new workspace my-study", "leibniz run my-study"})
public final class NewWorkspaceCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Folder to make; its last part is the workspace's name.")
  String name;

  private final Context context;

  public NewWorkspaceCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path folder = context.path(name);
    Scaffold.checked(String.valueOf(folder.getFileName()));
    new Scaffold(Map.of("NAME", "first", "WORKSPACE", folder.getFileName().toString()))
        .add(folder.resolve(Workspace.FILE), "workspace.yaml")
        .add(folder.resolve(".gitignore"), "gitignore")
        .add(folder.resolve("datasets/first.jsonl"), "problems.jsonl")
        .add(folder.resolve("models/first.jsonl"), "demonstration.jsonl")
        .add(folder.resolve("runs/first.yaml"), "run.yaml")
        .write(context.console(), context.folder());
    context.console().line("");
    context.console().line("next:  leibniz run " + name);
    return ExitStatus.DONE;
  }
}
