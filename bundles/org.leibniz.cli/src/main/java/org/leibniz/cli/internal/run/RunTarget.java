package org.leibniz.cli.internal.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.Context;
import org.leibniz.workspace.PublishedCounts;
import org.leibniz.workspace.RunFile;
import org.leibniz.workspace.RunSpec;
import org.leibniz.workspace.Workspace;

/**
 * What a command line asks to run.
 *
 * @param workspace whose store takes the runs
 * @param specs in the order they will run
 * @param whole whether a whole workspace was named, so that its saved charts are drawn at the end
 * @param published what was published for the runs of that workspace, empty where a single file was named
 */
record RunTarget(Workspace workspace, List<RunSpec> specs, boolean whole, Optional<PublishedCounts> published) {
  /**
   * Reads a run file, all run files of a workspace, or the settings alone.
   *
   * @param written a file or a folder; empty where the settings describe the run
   */
  static RunTarget read(Context context, Optional<String> written, Optional<String> workspace, RunSettings settings) {
    if (written.isEmpty() && !settings.describeRun()) {
      throw LeibnizException.usage(
          "nothing to run: give a run file, a workspace, or --dataset, --model and --strategy; see: leibniz help run");
    }
    Map<String, Object> overrides = settings.overrides(context);
    if (written.isEmpty()) {
      return new RunTarget(
          context.workspaces().forRun(workspace, Optional.empty()),
          expand(context, RunFile.ofCommandLine(), overrides),
          false,
          Optional.empty());
    }
    Path path = context.path(written.get());
    if (!Files.isDirectory(path)) {
      Path shown = Path.of(written.get());
      RunFile file = RunFile.read(context.folder().equals(Path.of("").toAbsolutePath()) ? shown : path);
      return new RunTarget(
          context.workspaces().forRun(workspace, Optional.of(path)),
          expand(context, file, overrides),
          false,
          Optional.empty());
    }
    Workspace named = Workspace.open(path);
    List<RunSpec> specs = new ArrayList<>();
    for (Path file : named.runFiles()) {
      specs.addAll(expand(context, RunFile.read(file), overrides));
    }
    if (specs.isEmpty()) {
      throw LeibnizException.badInput(
          Path.of(written.get()), 0, "", "has no run files in runs/; make one with: leibniz new run NAME");
    }
    Workspace used = workspace.isPresent() ? context.workspaces().forRun(workspace, Optional.empty()) : named;
    return new RunTarget(used, specs, true, PublishedCounts.in(named));
  }

  private static List<RunSpec> expand(Context context, RunFile file, Map<String, Object> overrides) {
    return file.expand(overrides, context.environment(), context.services().engine().get().gridRules());
  }
}
