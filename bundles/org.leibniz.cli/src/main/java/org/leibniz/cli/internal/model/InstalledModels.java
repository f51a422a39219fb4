package org.leibniz.cli.internal.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Kind;
import org.leibniz.cli.internal.Context;
import org.leibniz.plugins.Plugins;
import org.leibniz.workspace.Workspace;

/**
 * Checkpoints in the folder {@code models} of the workspace and of the user's home: a folder with {@code
 * config.json}, a folder
 * with one {@code .gguf} file, or such a file. The name of the entry is the model's id.
 */
public record InstalledModels(Context context) {
  private static final String GGUF = ".gguf";
  private static final String RUNS_CHECKPOINTS = "tokens";

  /** Where {@code models add} puts models: the workspace's folder, or the home's where there is none. */
  public Path folder(Optional<String> workspace) {
    return context.workspaces().find(workspace).map(Workspace::folder).orElse(context.home()).resolve("models");
  }

  /** Paths by id; the workspace's first. */
  public Map<String, Path> all(Optional<String> workspace) {
    Map<String, Path> found = new LinkedHashMap<>();
    for (Path folder : List.of(folder(workspace), context.home().resolve("models"))) {
      for (Path entry : entries(folder)) {
        checkpoint(entry).ifPresent(path -> found.putIfAbsent(id(entry), path));
      }
    }
    return found;
  }

  /** The backend that opens checkpoints. */
  public String backend() {
    Plugins plugins = context.services().plugins().get();
    return plugins.ids(Kind.MODEL).stream()
        .filter(id -> plugins.descriptor(Kind.MODEL, id).capabilities().contains(RUNS_CHECKPOINTS))
        .findFirst()
        .orElseThrow(() -> LeibnizException.usage("no installed model backend runs checkpoints; see: leibniz plugins"));
  }

  /** What a backend is given for an entry, empty where it is no checkpoint. */
  public static Optional<Path> checkpoint(Path entry) {
    if (Files.isRegularFile(entry)) {
      return entry.toString().endsWith(GGUF) ? Optional.of(entry) : Optional.empty();
    }
    if (Files.exists(entry.resolve("config.json"))) {
      return Optional.of(entry);
    }
    List<Path> files = entries(entry).stream().filter(file -> file.toString().endsWith(GGUF)).toList();
    return files.size() == 1 ? Optional.of(files.getFirst()) : Optional.empty();
  }

  private static String id(Path entry) {
    String name = entry.getFileName().toString();
    return name.endsWith(GGUF) ? name.substring(0, name.length() - GGUF.length()) : name;
  }

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return new ArrayList<>(entries.filter(entry -> !entry.getFileName().toString().startsWith(".")).sorted()
          .toList());
    } catch (IOException e) {
      throw LeibnizException.badInput(folder, 0, "", "cannot be read: " + e.getMessage());
    }
  }
}
