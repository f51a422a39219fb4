package org.leibniz.dataset.competition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.leibniz.api.LeibnizException;
import org.leibniz.dataset.rows.Checksum;
import org.leibniz.dataset.rows.Draft;
import org.leibniz.dataset.rows.Limits;
import org.leibniz.dataset.rows.ProblemList;
import org.leibniz.dataset.rows.Row;
import org.leibniz.dataset.rows.Rows;

/**
 * MATH as its publisher lays it out, {@code <split>/<subject>/<number>.json}: the folder of both splits, of one split or of
 * one subject. Problems come by subject and number; other files are left alone.
 */
record MathFolder(Path root, String split, List<Path> files) {
  private static final String NAME = "\\d{1,7}\\.json";

  static MathFolder of(Path path, Optional<String> wanted) {
    Path named = path.resolve(wanted.orElse("test"));
    if (Files.isDirectory(named)) {
      return new MathFolder(named, wanted.orElse("test"), subjects(named));
    }
    boolean subject = list(path).stream().anyMatch(file -> file.getFileName().toString().matches(NAME));
    if (subject) {
      Path parent = path.toAbsolutePath().normalize().getParent();
      return new MathFolder(path, wanted.orElse(splitOf(parent)), problems(path));
    }
    return new MathFolder(path, wanted.orElse(splitOf(path.toAbsolutePath().normalize())), subjects(path));
  }

  /** The id that a single file's place gives it; empty outside the publisher's folders. */
  static Optional<MathId> idOf(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    int names = whole.getNameCount();
    return names < 3
        ? Optional.empty()
        : MathId.parse(whole.getName(names - 3) + "/" + whole.getName(names - 2) + "/" + whole.getName(names - 1));
  }

  void read(Checksum checksum, ProblemList problems, BiFunction<Row, Optional<MathId>, Draft> reader) {
    for (Path file : files) {
      checksum.name(root.relativize(file).toString().replace('\\', '/'));
      Optional<MathId> id = idOf(file).or(() -> unplaced(file));
      Rows.read(file, checksum, row -> problems.add(row, reader.apply(row, id)));
    }
  }

  // The publisher's subject folders under a folder of another name: the split is what the configuration says.
  private Optional<MathId> unplaced(Path file) {
    Path subject = file.toAbsolutePath().normalize().getParent().getFileName();
    return MathId.parse((split.equals("train") ? "train/" : "test/") + subject + "/" + file.getFileName());
  }

  private static String splitOf(Path folder) {
    return folder != null && folder.endsWith("train") ? "train" : "test";
  }

  private static List<Path> subjects(Path root) {
    List<Path> files = new ArrayList<>();
    list(root).stream().filter(Files::isDirectory).forEach(subject -> files.addAll(problems(subject)));
    if (files.size() > Limits.FILES) {
      throw LeibnizException.badInput(root, 0, "", "holds more than " + Limits.FILES + " files");
    }
    return files;
  }

  private static List<Path> problems(Path subject) {
    return list(subject).stream()
        .filter(file -> file.getFileName().toString().matches(NAME))
        .sorted(Comparator.comparingInt(file -> Integer.parseInt(file.getFileName().toString().replace(".json", ""))))
        .toList();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.limit(Limits.FILES + 1L).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw LeibnizException.badInput(folder, 0, "", "cannot be listed: " + e.getMessage());
    }
  }
}
