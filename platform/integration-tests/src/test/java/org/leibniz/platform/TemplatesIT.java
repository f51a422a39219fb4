package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Problem templates with the real strategies, executor and grader. */
class TemplatesIT {
  @TempDir Path folder;
  private LeibnizCommand leibniz;

  @BeforeEach
  void workspace() throws Exception {
    leibniz = LeibnizCommand.in(folder);
    Files.writeString(folder.resolve("workspace.yaml"), "name: templates\n");
  }

  @Test
  void everyWordingOfEveryTemplateGivesTheAnswerWhenItsProgramsAreRun() throws Exception {
    Finished finished = leibniz.run("data", "check", "--executor", "graalpy", "--seed", "11");
    assertThat(finished.status()).as(finished.out() + finished.errors()).isZero();
    assertThat(finished.out()).contains(" 0 wrong");
  }

  @Test
  void aTemplateWithAWrongProgramIsFound() throws Exception {
    Files.writeString(
        Files.createDirectory(folder.resolve("mine")).resolve("wrong.template"),
        """
        subject: Algebra
        === level 1
        n = 2..900
        === questions
        What is {n} plus one?
        === unseen questions
        Add one to {n}.
        === answer
        {n + 1}
        === rationale
        {add(n, 1)}.
        === plan
        We add.
        === program
        print({n} + 2)
        """);
    Finished finished = leibniz.run("data", "check", "--templates", "mine");
    assertThat(finished.status()).isEqualTo(1);
    assertThat(finished.out()).contains("the program gave", "the notebook showed", "2 wrong");
  }

  @Test
  void trainingPromptsAreThoseOfARun() throws Exception {
    Path train = BootedPlatform.checkout().resolve("sample-workspaces/quickstart/train");
    Path recipe = LeibnizCommand.copy(train, folder.resolve("train"));
    Path file = recipe.resolve("data.yaml");
    String small = Files.readString(file).replaceAll("samples: \\d+", "samples: 300").replace("../.leibniz/data/", "");
    Files.writeString(file, small);
    JsonNode written = leibniz.json("data", "generate", "train/data.yaml", "--json").getFirst();
    assertThat(written.get("trainSamples").asInt()).isEqualTo(600);

    List<JsonNode> samples = new ArrayList<>();
    for (String line : Files.readAllLines(recipe.resolve("train.jsonl"))) {
      samples.add(LeibnizCommand.parse(line));
    }
    Files.copy(recipe.resolve("train.jsonl"), folder.resolve("train.jsonl"));
    Files.writeString(folder.resolve("r.jsonl"), "{\"id\":\"train-0\",\"replies\":[\"2\"]}\n");
    Map<String, String> strategies =
        Map.of(
            "cot", "{id: cot}",
            "cot, MAmmoTH's prompt", "{id: cot, prompt: mammoth}",
            "pot", "{id: pot}",
            "pot, hybrid's prompt", "{id: hybrid}",
            "interleaved", "{id: interleaved}");
    for (Map.Entry<String, String> strategy : strategies.entrySet()) {
      String form = strategy.getKey().replaceFirst(",.*", "");
      boolean mammoth = strategy.getKey().contains(",");
      JsonNode sample = samples.stream().filter(node -> isOf(node, form, mammoth)).findFirst().orElseThrow();
      String executor = form.equals("cot") ? "" : "executor: graalpy\n";
      Files.writeString(
          folder.resolve("run.yaml"),
          "dataset: {id: jsonl, path: train.jsonl}\nmodel: {id: recorded, path: r.jsonl}\nstrategy: " + strategy.getValue()
              + "\ngraders: math\n" + executor);
      String id = sample.get("id").asText();
      JsonNode preview = leibniz.json("preview", "run.yaml", "--problem", id, "--json").getFirst();
      assertThat(sample.get("prompt")).as(strategy.getKey()).isEqualTo(preview.get("prompt"));
    }
  }

  private static boolean isOf(JsonNode sample, String form, boolean mammoth) {
    return sample.get("form").asText().equals(form) && sample.get("prompt").asText().contains("### Instruction") == mammoth;
  }

  @Test
  void aRunReadsTestProblemsFromTheTemplatesThemselves() throws Exception {
    Files.writeString(folder.resolve("r.jsonl"), "{\"id\":\"none\",\"replies\":[\"2\"]}\n");
    Files.writeString(
        folder.resolve("run.yaml"),
        "dataset: {id: templates, wording: unseen, perTemplate: 2, subjects: [Geometry]}\n"
            + "model: {id: recorded, path: r.jsonl}\nstrategy: cot\ngraders: math\n");
    JsonNode preview = leibniz.json("preview", "run.yaml", "--json").getFirst();
    assertThat(preview.get("problems").asInt()).isGreaterThanOrEqualTo(16);
    assertThat(preview.get("prompt").asText()).startsWith("Q: ").endsWith("\nA:");
  }

  @Test
  void aBadRecipeIsOneLine() throws Exception {
    Files.writeString(
        folder.resolve("bad.yaml"), "seed: 1\ntrain:\n  file: t.jsonl\n  stages:\n    - {samples: 5, cott: 1}\n");
    Finished finished = leibniz.run("data", "generate", "bad.yaml");
    assertThat(finished.status()).isEqualTo(2);
    assertThat(finished.errors().strip().lines()).hasSize(1);
    assertThat(finished.errors())
        .contains("bad.yaml:5: train.stages[0].cott: is not known; expected one of samples, cot, pot, interleaved");
  }
}
