package org.leibniz.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandReferenceTest {
  private static final Path REFERENCE = Path.of("../../docs/cli.md");

  /** Run with {@code -Dleibniz.docs=write} to write it anew. */
  @Test
  void theReferenceSaysWhatTheCommandsSay() throws IOException {
    if ("write".equals(System.getProperty("leibniz.docs"))) {
      Files.createDirectories(REFERENCE.getParent());
      Files.writeString(REFERENCE, CommandReference.markdown());
    }
    assertThat(REFERENCE).as("docs/cli.md; write it with: ./mvnw test -pl bundles/org.leibniz.cli -Dleibniz.docs=write").content().isEqualTo(CommandReference.markdown());
  }
}
