package org.leibniz.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The worker's Python files share one namespace. */
class NotebookFilesTest {
  private static final Pattern DEFINITION = Pattern.compile("^(?:def|class) (\\w+)", Pattern.MULTILINE);

  @Test
  void noNameIsDefinedInTwoFiles() throws IOException {
    Map<String, Path> definedIn = new HashMap<>();
    try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "org", "leibniz", "python"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".py")).toList();
      assertThat(sources).isNotEmpty();
      for (Path source : sources) {
        Matcher definitions = DEFINITION.matcher(Files.readString(source));
        while (definitions.find()) {
          assertThat(definedIn.put(definitions.group(1), source)).as(definitions.group(1) + " in " + source).isNull();
        }
      }
    }
  }
}
