package org.leibniz.model.djl.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leibniz.api.model.ModelFiles;
import org.leibniz.checkpoint.Checkpoint;

/** What a checkpoint's files say of themselves. */
record Inspection(Checkpoint checkpoint) {
  private static final String LICENCE_FILE = "(?i)(licen[cs]e|copying)([.-].*)?";
  private static final int FRONT_MATTER_LINES = 60;

  ModelFiles files() {
    return new ModelFiles(
        checkpoint.architecture().family(),
        checkpoint.weights().parameters(),
        checkpoint.weights().bytes(),
        checkpoint.architecture().positions(),
        dtype(),
        licence());
  }

  /** The one that most elements have. */
  private String dtype() {
    Map<String, Long> elements =
        checkpoint.weights().tensors().values().stream()
            .collect(Collectors.groupingBy(tensor -> tensor.encoding(),
            Collectors.summingLong(tensor -> tensor.shape().elements())));
    return elements.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
  }

  private String licence() {
    Path path = checkpoint.path().toAbsolutePath();
    Path folder = Files.isDirectory(path) ? path : path.getParent();
    try (Stream<Path> files = Files.list(folder)) {
      Optional<String> file =
          files.filter(Files::isRegularFile).map(each -> each.getFileName().toString())
              .filter(name -> name.matches(LICENCE_FILE)).sorted().findFirst();
      if (file.isPresent()) {
        return file.get();
      }
      return checkpoint.licence().isEmpty() ? described(folder.resolve("README.md")) : checkpoint.licence();
    } catch (IOException e) {
      return "";
    }
  }

  /** The entry {@code license} of a model card's front matter. */
  private static String described(Path card) throws IOException {
    if (!Files.isRegularFile(card)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(card)) {
      return lines.limit(FRONT_MATTER_LINES)
          .filter(line -> line.matches("license: *[A-Za-z0-9._-]{1,60}"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (java.io.UncheckedIOException e) {
      return "";
    }
  }
}
