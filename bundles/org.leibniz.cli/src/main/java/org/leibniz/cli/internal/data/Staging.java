package org.leibniz.cli.internal.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.leibniz.api.LeibnizException;

/** A hidden folder beside the target, from which something is moved into place once it is known to be good. */
final class Staging implements AutoCloseable {
  private final Path folder;

  private Staging(Path folder) {
    this.folder = folder;
  }

  static Staging beside(Path target) throws IOException {
    Files.createDirectories(target.getParent());
    return new Staging(Files.createTempDirectory(target.getParent(), ".incoming-"));
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** Copies a file or a folder with all it holds into the staging folder. */
  static void copy(Path from, Path to, Transfer transfer) throws IOException {
    if (!Files.exists(from)) {
      throw new NoSuchFileException(from.toString());
    }
    if (!Files.isDirectory(from)) {
      transfer.expect(Files.size(from));
      try (InputStream in = Files.newInputStream(from)) {
        transfer.copy(in, to);
      }
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from, 16, FileVisitOption.FOLLOW_LINKS)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      transfer.name(from.relativize(file).toString());
      try (InputStream in = Files.newInputStream(file)) {
        transfer.copy(in, target);
      }
    }
  }

  /** Moves a staged file or folder to where it belongs, in place of what may be there. */
  void keep(Path staged, Path target) throws IOException {
    if (Files.exists(target)) {
      Path old = folder.resolve(".replaced");
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
      try {
        Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
        throw e;
      }
      return;
    }
    Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes whatever was not kept. */
  @Override
  public void close() {
    try {
      Trees.delete(folder);
    } catch (IOException e) {
      throw LeibnizException.badInput(folder, 0, "", "is left over and can be deleted: " + e.getMessage());
    }
  }
}
