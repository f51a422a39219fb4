package org.leibniz.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;

/** The files that a recipe asks for. */
class DataFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Prompts PROMPTS = (strategy, problem) -> "[" + strategy.require("id") + "] " + problem.question() + ":";

  @TempDir Path folder;

  private Config recipe(Map<String, Object> changes) {
    Map<String, Object> values =
        new java.util.HashMap<>(
            Map.of(
                "seed", 5L,
                "train",
                    Map.of(
                        "file", "train.jsonl",
                        "stages",
                            List.of(
                                Map.of("samples", 2000L, "cot", 30L, "pot", 40L, "interleaved", 30L),
                                Map.of("samples", 1000L, "cot", 50L, "pot", 20L, "interleaved", 30L))),
                "test", Map.of("file", "out/test.jsonl", "seen", 2L, "unseen", 1L)));
    values.putAll(changes);
    return new Config(values, new Config.Origin(folder.toString(), field -> "recipe.yaml"));
  }

  private List<JsonNode> read(String file) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(file))) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }

  @Test
  void writesTheFormsInTheSharesOfEachStage() throws IOException {
    assertThat(new DataFiles(Recipe.read(recipe(Map.of())), PROMPTS).writeTraining()).isEqualTo(3000);
    List<JsonNode> rows = read("train.jsonl");
    assertThat(rows).extracting(row -> row.get("id").asText()).doesNotHaveDuplicates();
    assertThat(share(rows, 1, "cot")).isBetween(0.26, 0.34);
    assertThat(share(rows, 1, "pot")).isBetween(0.36, 0.44);
    assertThat(share(rows, 2, "cot")).isBetween(0.45, 0.55);
    assertThat(share(rows, 2, "interleaved")).isBetween(0.25, 0.35);
  }

  private static double share(List<JsonNode> rows, int stage, String form) {
    List<JsonNode> ofStage = rows.stream().filter(row -> row.get("stage").asInt() == stage).toList();
    return (double) ofStage.stream().filter(row -> row.get("form").asText().equals(form)).count() / ofStage.size();
  }

  @Test
  void aSampleIsThePromptOfTheStrategyAndWhatFollows() throws IOException {
    new DataFiles(Recipe.read(recipe(Map.of())), PROMPTS).writeTraining();
    Map<String, List<JsonNode>> byForm =
        read("train.jsonl").stream().collect(Collectors.groupingBy(row -> row.get("form").asText()));
    for (JsonNode row : byForm.get("cot")) {
      assertThat(row.get("prompt").asText()).isEqualTo("[cot] " + row.get("question").asText() + ":");
      assertThat(row.at("/segments/0/kind").asText()).isEqualTo("text");
      assertThat(row.at("/segments/0/text").asText()).startsWith(" ").endsWith("The answer is " + row.get("answer").asText() + ".");
    }
    assertThat(byForm.get("pot")).allMatch(row -> row.at("/segments/0/text").asText().startsWith("\n"));
    for (JsonNode row : byForm.get("interleaved")) {
      assertThat(row.get("segments").findValuesAsText("kind")).startsWith("text", "code", "execution").endsWith("text");
      assertThat(row.at("/segments/0/text").asText()).doesNotStartWith(" ");
    }
    assertThat(byForm.get("pot").getFirst().properties().stream().map(Map.Entry::getKey))
        .containsExactly("id", "subject", "level", "template", "wording", "question", "answer", "stage", "form", "prompt", "segments");
  }

  @Test
  void theTestFileHasBothKindsOfWordings() throws IOException {
    int count = new DataFiles(Recipe.read(recipe(Map.of())), PROMPTS).writeTest();
    List<JsonNode> rows = read("out/test.jsonl");
    assertThat(rows).hasSize(count).hasSize(3 * Templates.builtIn().all().size());
    assertThat(rows.stream().filter(row -> row.get("wording").asText().equals("unseen"))).hasSize(count / 3);
  }

  @Test
  void severalPromptsOfAFormShareItByWeight() throws IOException {
    Map<String, Object> prompts =
        Map.of(
            "cot",
            List.of(
                Map.of("strategy", Map.of("id", "cot"), "weight", 3L), Map.of("strategy", Map.of("id", "other"), "weight", 1L)));
    new DataFiles(Recipe.read(recipe(Map.of("prompts", prompts))), PROMPTS).writeTraining();
    List<JsonNode> cot = read("train.jsonl").stream().filter(row -> row.get("form").asText().equals("cot")).toList();
    long other = cot.stream().filter(row -> row.get("prompt").asText().startsWith("[other]")).count();
    assertThat((double) other / cot.size()).isBetween(0.2, 0.3);
  }

  @Test
  void theSameRecipeGivesTheSameBytes() throws IOException {
    new DataFiles(Recipe.read(recipe(Map.of())), PROMPTS).writeTraining();
    byte[] first = Files.readAllBytes(folder.resolve("train.jsonl"));
    new DataFiles(Recipe.read(recipe(Map.of())), PROMPTS).writeTraining();
    assertThat(Files.readAllBytes(folder.resolve("train.jsonl"))).isEqualTo(first);
    new DataFiles(Recipe.read(recipe(Map.of("seed", 6L))), PROMPTS).writeTraining();
    assertThat(Files.readAllBytes(folder.resolve("train.jsonl"))).isNotEqualTo(first);
  }

  @Test
  void mistakesInARecipeAreNamed() {
    refused(Map.of("sed", 1L), "recipe.yaml: sed: is not known; expected one of seed, templates, train, prompts, test");
    refused(Map.of("train", Map.of("file", "t.jsonl")), "recipe.yaml: train.stages: is missing");
    refused(stage(Map.of("samples", 10L)), "recipe.yaml: train.stages[0].cot: expected a share above 0");
    refused(stage(Map.of("samples", 0L, "cot", 1L)), "train.stages[0].samples: expected a whole number from 1 to");
    refused(stage(Map.of("samples", 5L, "cot", -1L)), "train.stages[0].cot: expected a whole number from 0 to 1000, found -1");
    refused(Map.of("test", Map.of("seen", 1L)), "test.file: is missing");
    refused(Map.of("templates", "nowhere"), "nowhere: cannot be read; expected a folder of templates");
  }

  private static Map<String, Object> stage(Map<String, Object> stage) {
    return Map.of("train", Map.of("file", "t.jsonl", "stages", List.of(stage)));
  }

  private void refused(Map<String, Object> changes, String message) {
    assertThatThrownBy(() -> new DataFiles(Recipe.read(recipe(changes)), PROMPTS))
        .isInstanceOf(LeibnizException.class)
        .hasMessageContaining(message);
  }
}
