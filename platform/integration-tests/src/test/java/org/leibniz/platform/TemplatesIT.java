package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    Path recipe = LeibnizCommand.copy(BootedPlatform.checkout().resolve("sample-workspaces/quickstart/train"), folder.resolve("train"));
    Path file = recipe.resolve("data.yaml");
    Files.writeString(file, Files.readString(file).replaceAll("samples: \\d+", "samples: 300").replace("../.leibniz/data/", ""));
    assertThat(leibniz.json("data", "generate", "train/data.yaml", "--json").getFirst().get("trainSamples").asInt()).isEqualTo(600);

    List<JsonNode> samples = new ArrayList<>();
    for (String line : Files.readAllLines(recipe.resolve("train.jsonl"))) {
      samples.add(LeibnizCommand.parse(line));
    }
    Files.copy(recipe.resolve("train.jsonl"), folder.resolve("train.jsonl"));
    Files.writeString(folder.resolve("r.jsonl"), "{\"id\":\"train-0\",\"replies\":[\"2\"]}\n");
    for (String strategy : List.of("cot", "pot", "interleaved")) {
      JsonNode sample =
          samples.stream()
              .filter(node -> node.get("form").asText().equals(strategy) && !node.get("prompt").asText().startsWith("Below is an"))
              .findFirst().orElseThrow();
      Files.writeString(
          folder.resolve("run.yaml"),
          "dataset: {id: jsonl, path: train.jsonl}\nmodel: {id: recorded, path: r.jsonl}\nstrategy: " + strategy + "\ngraders: math\n"
              + (strategy.equals("cot") ? "" : "executor: graalpy\n"));
      JsonNode preview = leibniz.json("preview", "run.yaml", "--problem", sample.get("id").asText(), "--json").getFirst();
      assertThat(sample.get("prompt")).isEqualTo(preview.get("prompt"));
    }
  }

  @Test
  void aRunReadsTestProblemsFromTheTemplatesThemselves() throws Exception {
    Files.writeString(folder.resolve("r.jsonl"), "{\"id\":\"none\",\"replies\":[\"2\"]}\n");
    Files.writeString(
        folder.resolve("run.yaml"),
        "dataset: {id: templates, wording: unseen, perTemplate: 2, subjects: [Geometry]}\nmodel: {id: recorded, path: r.jsonl}\n"
            + "strategy: cot\ngraders: math\n");
    JsonNode preview = leibniz.json("preview", "run.yaml", "--json").getFirst();
    assertThat(preview.get("problems").asInt()).isGreaterThanOrEqualTo(16);
    assertThat(preview.get("prompt").asText()).startsWith("Q: ").endsWith("\nA:");
  }

  @Test
  void aBadRecipeIsOneLine() throws Exception {
    Files.writeString(folder.resolve("bad.yaml"), "seed: 1\ntrain:\n  file: t.jsonl\n  stages:\n    - {samples: 5, cott: 1}\n");
    Finished finished = leibniz.run("data", "generate", "bad.yaml");
    assertThat(finished.status()).isEqualTo(2);
    assertThat(finished.errors().strip().lines()).hasSize(1);
    assertThat(finished.errors()).contains("bad.yaml:5: train.stages[0].cott: is not known; expected one of samples, cot, pot, interleaved");
  }
}
