package org.leibniz.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leibniz.notebook.PythonSources;

/** The worker's Python files share one namespace. */
class NotebookFilesTest {
  private static final Pattern DEFINITION = Pattern.compile("^(?:def|class) (\\w+)", Pattern.MULTILINE);

  @Test
  void noNameIsDefinedInTwoFiles() throws IOException {
    Map<String, String> definedIn = new HashMap<>();
    Map<String, String> sources = new HashMap<>();
    for (String file : PythonSources.FILES) {
      sources.put(file, PythonSources.text(file));
    }
    try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "org", "leibniz", "python"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".py")).toList()) {
        sources.put(file.toString(), Files.readString(file));
      }
    }
    assertThat(sources).hasSizeGreaterThan(PythonSources.FILES.size());
    sources.forEach(
        (source, text) -> {
          Matcher definitions = DEFINITION.matcher(text);
          while (definitions.find()) {
            assertThat(definedIn.put(definitions.group(1), source)).as(definitions.group(1) + " in " + source).isNull();
          }
        });
  }
}
