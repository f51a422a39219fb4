package org.leibniz.cli.internal.create;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.Console;

/** Files made from templates: all of them, or none where one is there already. */
final class Scaffold {
  private final Map<Path, String> files = new LinkedHashMap<>();
  private final Map<String, String> words;

  /** @param words what stands in templates as {@code @KEY@} */
  Scaffold(Map<String, String> words) {
    this.words = Map.copyOf(words);
  }

  Scaffold add(Path file, String template) {
    files.put(file, filled(read(template)));
    return this;
  }

  private String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace("@" + word.getKey() + "@", word.getValue());
    }
    return filled;
  }

  private static String read(String template) {
    try (InputStream in = Scaffold.class.getResourceAsStream(template)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  void write(Console console, Path shownFrom) {
    for (Path file : files.keySet()) {
      if (Files.exists(file)) {
        throw LeibnizException.usage(shown(shownFrom, file) + " is there already; choose another name");
      }
    }
    files.forEach(
        (file, text) -> {
          try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            console.line("made " + shown(shownFrom, file));
          } catch (IOException e) {
            throw LeibnizException.badInput(file, 0, "", "cannot be written: " + e.getMessage());
          }
        });
  }

  private static Path shown(Path from, Path file) {
    return file.startsWith(from) ? from.relativize(file) : file;
  }

  /** Names become file names, plugin ids and parts of symbolic names. */
  static String checked(String name) {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,60}")) {
      throw LeibnizException.usage("name '" + name + "': expected lower case letters, digits and dashes, as in my-run");
    }
    return name;
  }
}
