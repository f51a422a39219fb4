package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published figures in the workspace are those of the papers' tables as the corpora have them. */
class PublishedFiguresIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Offset<Double> NOTHING = within(1e-9);
  private static final Map<String, String> COLUMNS =
      Map.of(
          "gsm8k", "GSM8K", "math", "MATH", "aqua-rat", "AQuA", "numglue", "NumGLUE", "svamp", "SVAMP", "mathematics", "Mathematics",
          "simuleq", "SimulEq", "sat-math", "SAT-Math", "mmlu-math", "MMLU-Math");

  private JsonNode tables;

  @BeforeEach
  void readTables() throws IOException {
    String corpora = System.getenv("LEIBNIZ_CORPORA");
    assumeTrue(corpora != null, "skipped: LEIBNIZ_CORPORA is not set, so there are no tables to compare with");
    tables = JSON.readTree(Path.of(corpora, "published/tables.json").toFile());
  }

  private static JsonNode figures(String name) throws IOException {
    return JSON.readTree(BootedPlatform.checkout().resolve("sample-workspaces/published/figures/" + name).toFile());
  }

  @Test
  void mathCodersAreThoseOfItsTable2() throws IOException {
    JsonNode figures = figures("mathcoder.json").get("series");
    assertThat(figures).hasSize(6);
    figures.forEach(series -> assertThatValuesAre(series, row("mathcoder_table2", series.get("name").asText().replace(", Table 2", ""), "-")));
  }

  @Test
  void mammothsAreThoseOfItsTables3And4() throws IOException {
    JsonNode figures = figures("mammoth.json").get("series");
    assertThat(figures).hasSize(6).allSatisfy(series -> assertThat(series.get("values")).hasSize(9));
    figures.forEach(series -> assertThatValuesAre(series, row("mammoth_v1_tables3_4", series.get("name").asText(), " ")));
  }

  private JsonNode row(String table, String name, String between) {
    for (JsonNode row : tables.get(table).get("rows")) {
      if ((row.get("model").asText() + between + row.get("size").asText()).equals(name)) {
        return row;
      }
    }
    throw new AssertionError(table + " has no row " + name);
  }

  private static void assertThatValuesAre(JsonNode series, JsonNode row) {
    series
        .get("values")
        .properties()
        .forEach(
            value ->
                assertThat(100 * value.getValue().asDouble())
                    .as(series.get("name").asText() + " " + value.getKey())
                    .isCloseTo(row.get(COLUMNS.get(value.getKey())).asDouble(), NOTHING));
  }

  @Test
  void wizardMathsAreThoseOfItsTable2() throws IOException {
    JsonNode values = figures("wizardmath.json").at("/series/0/values");
    JsonNode table = tables.get("wizardmath_table2");
    assertThat(values).hasSize(8);
    for (JsonNode row : table.get("rows")) {
      String subject = row.get("subject").asText().toLowerCase(Locale.ROOT).replace("&", "and").replace(' ', '_');
      assertThat(100 * values.get(subject).asDouble()).as(subject).isCloseTo(row.get("acc").asDouble(), NOTHING);
    }
    assertThat(100 * values.get("all").asDouble()).isCloseTo(table.get("overall").asDouble(), NOTHING);
  }
}
