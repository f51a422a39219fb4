package org.leibniz.cli.internal.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.workspace.PluginSpec;
import org.leibniz.workspace.RunFile;
import org.leibniz.workspace.RunSpec;
import org.leibniz.workspace.Workspace;

/** The datasets of a workspace: those its run files name, and those in {@code datasets/ID/}. */
record WorkspaceDatasets(Context context, Workspace workspace) {
  List<PluginSpec> all() {
    List<PluginSpec> specs = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (PluginSpec spec : ofRunFiles()) {
      add(specs, seen, spec);
    }
    Path folder = workspace.folder().resolve("datasets");
    for (String id : context.services().plugins().get().ids(Kind.DATASET)) {
      for (Path entry : entries(folder.resolve(id))) {
        Config config = new Config(Map.of("path", entry.toString()), new Config.Origin("", field -> entry.toString()));
        add(specs, seen, new PluginSpec(id, config));
      }
    }
    return specs;
  }

  /** One row for one file, although several runs may read it with different settings. */
  private static void add(List<PluginSpec> specs, Set<String> seen, PluginSpec spec) {
    Optional<Path> path = spec.config().path("path");
    if (seen.add(spec.id() + " " + path.map(p -> p.toAbsolutePath().normalize().toString()).orElse(spec.config().toString()))) {
      specs.add(spec);
    }
  }

  private List<PluginSpec> ofRunFiles() {
    List<PluginSpec> specs = new ArrayList<>();
    for (Path file : workspace.runFiles()) {
      try {
        RunFile.read(file)
            .expand(Map.of(), context.environment(), context.services().engine().get().gridRules())
            .forEach((RunSpec spec) -> specs.add(spec.dataset()));
      } catch (LeibnizException e) {
        context.console().say("left out: " + Printable.oneLine(e.getMessage()));
      }
    }
    return specs;
  }

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> !entry.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw LeibnizException.badInput(folder, 0, "", "cannot be read: " + e.getMessage());
    }
  }
}
