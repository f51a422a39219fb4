package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The workspace of demonstrations: three ways of reasoning, known counts, and what they lead to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationIT {
  private Path folder;
  private Path workspace;
  private LeibnizCommand leibniz;
  private Finished finished;

  @BeforeAll
  void runTheWorkspace(@TempDir Path temporary) throws Exception {
    folder = temporary;
    workspace = LeibnizCommand.copy(BootedPlatform.checkout().resolve("sample-workspaces/demonstration"), folder.resolve("demonstration"));
    leibniz = LeibnizCommand.in(workspace);
    finished = leibniz.run("run", workspace.toString());
  }

  private JsonNode shown(String name) throws Exception {
    return leibniz.json("show", name, "--json").getFirst();
  }

  @Test
  void endsWithTheTableTheChartAndWhatToTryNext() {
    assertThat(finished.status()).as(finished.errors()).isZero();
    assertThat(finished.out())
        .contains("demonstration-cot", "demonstration-pot", "demonstration-interleaved", "Counting & Probability")
        .contains("demonstration")
        .contains("subjects.svg")
        .contains("next:");
    assertThat(workspace.resolve("charts/subjects.svg")).content().contains("Number Theory");
  }

  @Test
  void givesTheCountsOfItsRationalesWithEveryProgramExecuted() throws Exception {
    assertThat(shown("demonstration-cot").get("correct").asInt()).isEqualTo(46);
    assertThat(shown("demonstration-pot").get("correct").asInt()).isEqualTo(58);
    assertThat(shown("demonstration-interleaved").get("correct").asInt()).isEqualTo(66);
    assertThat(shown("demonstration-pot").get("outcomes").get("execution-failed").asInt()).isEqualTo(4);
    assertThat(shown("demonstration-interleaved").get("n").asInt()).isEqualTo(77);
    assertThat(leibniz.json("samples", "demonstration-interleaved", "--flag", "execution-differs", "--json")).isEmpty();
  }

  @Test
  void labelsDemonstrationsInEveryView() throws Exception {
    for (List<String> view : List.of(List.of("show", "demonstration-cot"), List.of("runs"), List.of("compare", "demonstration-cot", "demonstration-pot"))) {
      assertThat(leibniz.run(view.toArray(String[]::new)).out()).as(view.toString()).contains("demonstration");
    }
  }

  @Test
  void keepsEveryCallOfEverySample() throws Exception {
    List<JsonNode> samples = leibniz.json("samples", "demonstration-interleaved", "--json");
    assertThat(samples).hasSize(77);
    for (JsonNode sample : samples) {
      long blocks = 0;
      for (JsonNode segment : sample.get("segments")) {
        blocks += segment.get("kind").asText().equals("execution") ? 0 : 1;
      }
      String query =
          "select count(*) n from calls where kind='generate' and run='" + shown("demonstration-interleaved").get("run").asText()
              + "' and problem='" + sample.get("problem").asText() + "'";
      // Each text and code block is one call, and so is the closing message.
      assertThat(leibniz.json("sql", query, "--json").getFirst().get("n").asLong()).isEqualTo(blocks + 1);
      if (blocks > 4) {
        break;
      }
    }
  }

  @Test
  void alteringOneNumberInARecordedProgramChangesExecutionAndOutcome() throws Exception {
    Path altered = LeibnizCommand.copy(workspace, folder.resolve("altered"));
    Path recording = altered.resolve("models/demonstration-pot.jsonl");
    List<String> lines = Files.readAllLines(recording);
    JsonNode before = leibniz.json("samples", "demonstration-pot", "--outcome", "correct", "--json").getFirst();
    String id = before.get("problem").asText();
    List<String> other =
        lines.stream().map(line -> line.contains("\"" + id + "\"") ? line.replace("print(", "print(1000003 + 0 * ") : line).toList();
    assertThat(other).isNotEqualTo(lines);
    Files.write(recording, other);
    LeibnizCommand there = LeibnizCommand.in(altered);
    there.run("run", "runs/20-pot.yaml");
    JsonNode after =
        there.json("samples", "@last", "--json").stream().filter(sample -> sample.get("problem").asText().equals(id)).findFirst().orElseThrow();
    assertThat(before.get("outcome").asText()).isEqualTo("correct");
    assertThat(after.get("outcome").asText()).isNotEqualTo("correct");
    assertThat(output(after)).isNotEqualTo(output(before));
  }

  private static String output(JsonNode sample) {
    for (JsonNode segment : sample.get("segments")) {
      if (segment.get("kind").asText().equals("execution")) {
        return segment.get("text").asText();
      }
    }
    return "";
  }

  @Test
  void exportsAndAnswersSql() throws Exception {
    assertThat(leibniz.run("export", "demonstration-cot", "--format", "csv").out().lines()).hasSizeGreaterThan(77);
    assertThat(leibniz.run("export", "demonstration-cot", "--format", "jsonl").out().lines().count()).isGreaterThanOrEqualTo(77);
    assertThat(leibniz.run("export", "demonstration-cot", "--format", "latex").out()).contains("\\begin{tabular}");
    assertThat(leibniz.run("sql", "delete from runs").status()).isEqualTo(2);
  }

  @Test
  void gradesAgainAndShowsTheFlips() throws Exception {
    assertThat(leibniz.run("grade", "demonstration-cot", "--grader", "minerva").status()).isZero();
    Finished diff = leibniz.run("grade-diff", "demonstration-cot", "--graders", "exact,minerva");
    assertThat(diff.status()).as(diff.errors()).isLessThan(2);
    assertThat(diff.out()).contains("κ");
  }

  @Test
  void previewsTheExactPrompt() throws Exception {
    Finished preview = leibniz.run("preview", "runs/30-interleaved.yaml");
    assertThat(preview.status()).as(preview.errors()).isZero();
    assertThat(preview.out()).contains("<|system|>", "<|assistant|>", "512");
  }

  @Test
  void comparesRunsProblemByProblem() throws Exception {
    JsonNode compared = leibniz.json("compare", "demonstration-cot", "demonstration-interleaved", "--json").getFirst();
    assertThat(compared.get("n").asInt()).isEqualTo(77);
    assertThat(compared.get("gained").asInt() - compared.get("lost").asInt()).isEqualTo(66 - 46);
    assertThat(compared.get("verdict").asText()).isEqualTo("better");
  }
}
