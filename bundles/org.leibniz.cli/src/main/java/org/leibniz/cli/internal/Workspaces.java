package org.leibniz.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.leibniz.api.LeibnizException;
import org.leibniz.store.RunStore;
import org.leibniz.workspace.Workspace;

/** Decides which workspace a command works in, and remembers the one used last. */
public record Workspaces(Context context) {
  private static final String LAST = "last-workspace";

  /**
   * For {@code run}: the one asked for, else the nearest above the run file, else the nearest above the working folder, else
   * the run file's own folder.
   *
   * @param runFile empty where the run is given on the command line alone
   */
  public Workspace forRun(Optional<String> asked, Optional<Path> runFile) {
    if (asked.isPresent()) {
      return open(context.path(asked.get()));
    }
    Path own = runFile.map(file -> context.folder().resolve(file).toAbsolutePath().getParent()).orElse(context.folder());
    return Workspace.enclosing(own)
        .or(() -> Workspace.enclosing(context.folder()))
        .orElseGet(() -> Workspace.bare(own));
  }

  /** For reading: the one asked for, else the nearest above the working folder, else the one used last. */
  public Workspace forReading(Optional<String> asked) {
    return find(asked)
        .orElseThrow(
            () ->
                LeibnizException.usage(
                    "no workspace here: no "
                        + Workspace.FILE
                        + " in this folder or above it; give --workspace DIR, or make one with: leibniz new workspace NAME"));
  }

  /** As {@link #forReading}, empty where there is none. */
  public Optional<Workspace> find(Optional<String> asked) {
    if (asked.isPresent()) {
      return Optional.of(open(context.path(asked.get())));
    }
    return Workspace.enclosing(context.folder()).or(this::last);
  }

  /** A folder with a workspace file, or one that holds the store of a run file outside any workspace. */
  private static Workspace open(Path folder) {
    if (!Files.exists(folder.resolve(Workspace.FILE)) && Files.isDirectory(folder.resolve(".leibniz"))) {
      return Workspace.bare(folder);
    }
    return Workspace.open(folder);
  }

  private Optional<Workspace> last() {
    try {
      Path folder = Path.of(Files.readString(context.home().resolve(LAST)).strip());
      if (!Files.isDirectory(folder)) {
        return Optional.empty();
      }
      context.console().say("using the workspace used last: " + folder);
      return Optional.of(Files.exists(folder.resolve(Workspace.FILE)) ? Workspace.open(folder) : Workspace.bare(folder));
    } catch (IOException | java.nio.file.InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Remembers {@code workspace} as used last; a home that cannot be written is not worth a message. */
  public void remember(Workspace workspace) {
    try {
      Files.createDirectories(context.home());
      Path file = context.home().resolve(LAST);
      String line = workspace.folder() + "\n";
      if (!Files.exists(file) || !Files.readString(file).equals(line)) {
        Files.writeString(file, line);
      }
    } catch (IOException e) {
      // Only a convenience is lost.
    }
  }

  /** The store of a workspace that must have one already. */
  public RunStore store(Optional<String> asked) {
    Workspace workspace = forReading(asked);
    return context
        .services()
        .stores()
        .get()
        .openExisting(workspace.state())
        .map(
            store -> {
              remember(workspace);
              return store;
            })
        .orElseThrow(
            () -> LeibnizException.usage("no runs in " + workspace.folder() + " yet; start one with: leibniz run FILE"));
  }
}
