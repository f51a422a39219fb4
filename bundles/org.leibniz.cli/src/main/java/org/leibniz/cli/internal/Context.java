package org.leibniz.cli.internal;

import java.nio.file.Path;
import java.util.Map;

/**
 * What every command is given.
 *
 * @param environment where {@code ${NAME}} in run files is looked up
 * @param folder the working folder, absolute
 * @param home where Leibniz keeps what belongs to the user and to no workspace
 */
public record Context(
    Console console, Services services, Map<String, String> environment, Path folder, Path home, String version) {
  /** A path as the user wrote it. */
  public Path path(String written) {
    return folder.resolve(written).normalize();
  }

  public Workspaces workspaces() {
    return new Workspaces(this);
  }
}
