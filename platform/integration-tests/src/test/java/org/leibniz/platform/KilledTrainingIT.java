package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training by the command, stopped in every way: what comes out is what an uninterrupted one gives. */
class KilledTrainingIT {
  private static final int STEPS = 150;

  @TempDir Path folder;
  private LeibnizCommand leibniz;

  @BeforeEach
  void drawData() throws Exception {
    leibniz = LeibnizCommand.in(folder);
    Files.writeString(folder.resolve("workspace.yaml"), "name: training\n");
    Files.writeString(
        folder.resolve("data.yaml"),
        "seed: 1\ntrain: {file: train.jsonl, stages: [{samples: 600, cot: 30, pot: 40, interleaved: 30}]}\ntest: {file: test.jsonl, seen: 1, unseen: 0}\n");
    Files.writeString(
        folder.resolve("tiny.yaml"),
        ("trainer: {id: sft, data: [train.jsonl], model: {hiddenSize: 32, layers: 2, heads: 2}, tokenizer: {vocabulary: 600}, context: 384, rows: 4,"
                + " steps: %d, learningRate: 0.005, threads: 1, checkpointEvery: 10}\n")
            .formatted(STEPS));
    Finished drawn = leibniz.run("data", "generate", "data.yaml");
    assertThat(drawn.status()).as(drawn.errors()).isZero();
  }

  @Test
  void endsWithTheSameModel() throws Exception {
    JsonNode whole = leibniz.json("train", "tiny.yaml", "--set", "name=whole", "--json").getLast();
    assertThat(whole.get("finished").asBoolean()).isTrue();
    Random random = new Random();
    for (int i = 0; i < 3; i++) {
      Process process = start();
      process.waitFor(4_000 + random.nextInt(3_000), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
    Process stopped = start();
    stopped.waitFor(5, TimeUnit.SECONDS);
    stopped.destroy();
    assertThat(stopped.waitFor(60, TimeUnit.SECONDS)).isTrue();

    JsonNode killed = leibniz.json("train", "tiny.yaml", "--set", "name=killed", "--json").getLast();
    Path one = Path.of(whole.get("checkpoint").asText());
    Path other = Path.of(killed.get("checkpoint").asText());
    for (String file : List.of("model.safetensors", "optimiser.safetensors", "training.json", "tokenizer.json")) {
      assertThat(Files.mismatch(one.resolve(file), other.resolve(file))).as(file).isEqualTo(-1);
    }
    List<JsonNode> curves = leibniz.json("curves", "whole", "killed", "--json");
    assertThat(curves).extracting(curve -> curve.get("steps").asInt()).containsExactly(STEPS, STEPS);
    assertThat(curves.get(0).get("loss")).isEqualTo(curves.get(1).get("loss"));

    JsonNode reply = leibniz.json("generate", "--model", "djl:" + other, "--prompt", "Q: 1 + 1?\nA:", "--max-tokens", "8", "--json").getFirst();
    assertThat(reply.get("ids")).isNotEmpty();
  }

  private Process start() throws Exception {
    return leibniz.process("train", "tiny.yaml", "--set", "name=killed").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }
}
