package org.leibniz.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

class PublishedFiguresTest {
  @TempDir Path folder;

  @Test
  void readsSourceAndSeriesAndKeepsTheCategoriesThatRunsHave() throws IOException {
    PublishedFigures figures =
        PublishedFigures.read(
            write(
                """
                {"source": "A paper, table 3",
                 "series": [{"name": "Model X", "values": {"Algebra": 0.5, "Logic": 1}},
                            {"name": "Model Y", "values": {"Logic": 0.25}}]}
                """));

    assertThat(figures.series()).extracting(Series::published).containsOnly(true);
    assertThat(figures.of(Set.of("Algebra", "Geometry")))
        .containsExactly(new Series("Model X", true, List.of(Bar.of("Algebra", 0.5))));
    assertThat(figures.footnote()).isEqualTo("Hatched: published, not run here. Source: A paper, table 3");
  }

  @Test
  void saysWhereAFileIsWrongAndWhatWouldBeRight() throws IOException {
    assertWrong("{\"source\": \"s\",\n \"series\": [{\"name\": \"X\", \"values\": {\"Algebra\": 84.7}}]}",
        ":2: series[0].values.Algebra: expected a share from 0 to 1, found 84.7 (write 84.7 % as 0.847)");
    assertWrong("{\"source\": \"s\",\n\"series\": [{\"name\": \"X\",\n\"value\": {}}]}", ":3: series[0].value: is not a field of this file; there are name, values");
    assertWrong("{\"series\": [{\"name\": \"X\", \"values\": {\"a\": 1}}]}", "source: is missing");
    assertWrong("{\"source\": \"s\"}", "series: is missing or empty");
    assertWrong("{\"source\": \"s\", \"series\": [{\"values\": {\"a\": 1}}]}", "series[0].name: is missing");
    assertWrong("{\"source\": \"s\", \"series\": [1]}", "series[0]: expected an object with name and values");
    assertWrong("[]", "expected an object with source and series");
    assertWrong("{\"source\": \"s\",\n\"series\": [", ":2:");
    assertWrong("{\"source\": \"s\", \"source\": \"t\"}", "source");
    assertWrong("", "expected an object");
    assertWrong("[".repeat(100_000), "expected an object");
    assertWrong("{\"source\": " + "[".repeat(100_000), "source: expected text");
  }

  @Test
  void refusesFilesThatAreMissingFoldersOrNotText() throws IOException {
    assertBadInput(folder.resolve("none.json"), "there is no such file");
    assertBadInput(folder, "there is no such file");
    Path binary = folder.resolve("binary.json");
    Files.write(binary, new byte[] {(byte) 0x1F, (byte) 0x8B, 8, 0, (byte) 0xFF});
    assertBadInput(binary, "JSON");
    assertBadInput(Files.write(binary, "{\"source\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)), "JSON");
  }

  @Test
  void saysWhichCategoriesThereAreWhereNoneFits() throws IOException {
    PublishedFigures figures =
        PublishedFigures.read(write("{\"source\": \"s\", \"series\": [{\"name\": \"X\", \"values\": {\"Logic\": 1}}]}"));
    LeibnizException thrown = catchThrowableOfType(LeibnizException.class, () -> figures.of(Set.of("Algebra")));
    assertThat(thrown).hasMessageContaining("no figure is of Algebra; its figures are of Logic");
  }

  private void assertWrong(String content, String message) throws IOException {
    assertBadInput(write(content), message);
  }

  private static void assertBadInput(Path file, String message) {
    LeibnizException thrown = catchThrowableOfType(LeibnizException.class, () -> PublishedFigures.read(file));
    assertThat(thrown.code()).isEqualTo(ErrorCode.BAD_INPUT);
    assertThat(thrown.getMessage()).startsWith(file.toString()).contains(message).doesNotContain("\n");
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("published.json"), content);
  }
}
