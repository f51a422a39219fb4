package org.leibniz.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/**
 * The framework's storage, a fresh folder for each process: two processes on one folder are not refused by the framework and
 * damage each other. Folders of processes that were killed are swept by the next one.
 */
final class FrameworkCache {
  private FrameworkCache() {}

  static Path create(Path cache) {
    try {
      Path frameworks = Files.createDirectories(cache.resolve("framework"));
      sweep(frameworks);
      // Unique without the random numbers of a temporary folder, which take longer than the folder.
      return Files.createDirectory(frameworks.resolve(ProcessHandle.current().pid() + "-" + System.nanoTime()));
    } catch (IOException readOnly) {
      try {
        return Files.createTempDirectory("leibniz-framework-");
      } catch (IOException e) {
        throw new PlatformException("cannot create a folder in " + cache + " nor in the temporary folder: " + e, e);
      }
    }
  }

  private static void sweep(Path frameworks) throws IOException {
    try (Stream<Path> folders = Files.list(frameworks)) {
      folders.filter(FrameworkCache::isAbandoned).forEach(FrameworkCache::delete);
    }
  }

  private static boolean isAbandoned(Path folder) {
    try {
      long pid = Long.parseLong(folder.getFileName().toString().split("-", 2)[0]);
      return ProcessHandle.of(pid).isEmpty();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Deletes what can be deleted; what is left is swept later. */
  static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException problem) throws IOException {
              Files.delete(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // Another process swept it first, or a file is still open; nothing depends on it.
    }
  }
}
