package org.leibniz.cli.internal;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command that reads a workspace. */
public final class ReadOptions {
  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      description = "The workspace; by default the nearest workspace.yaml above this folder, else the one used last.")
  Optional<String> workspace = Optional.empty();

  @Option(names = "--json", description = "Write JSON on standard output and nothing else there.")
  boolean json;

  public Optional<String> workspace() {
    return workspace;
  }

  public boolean json() {
    return json;
  }
}
