package org.leibniz.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.Config;
import org.leibniz.api.plugin.Kind;
import org.leibniz.api.trainer.Trainer;
import org.leibniz.api.trainer.TrainingEnd;
import org.leibniz.api.trainer.TrainingListener;
import org.leibniz.api.trainer.TrainingPlan;
import org.leibniz.api.trainer.TrainingStep;

class TrainCommandTest {
  @TempDir Path temporary;
  private Cli cli;
  private final FakeTrainer trainer = new FakeTrainer();

  /** Halves a loss at each step. */
  private static final class FakeTrainer implements Trainer {
    private long steps;
    private String data;
    private boolean stops;

    @Override
    public void configure(Config config) {
      steps = config.integer("steps", 0);
      data = config.path("data").map(Path::toString).orElse("");
    }

    @Override
    public TrainingEnd train(Path folder, TrainingListener listener) {
      listener.started(new TrainingPlan(1_000_000, 500, 20, 400, 1, 0, steps));
      StringBuilder curve = new StringBuilder();
      for (long step = 1; step <= steps && listener.goesOn(); step++) {
        double loss = 8.0 / (1L << step);
        listener.stepped(new TrainingStep(step, loss, 1e-3, 1, 100, 50, 10));
        curve.append("{\"step\":%d,\"loss\":%s,\"tokens\":100,\"millis\":10}\n".formatted(step, loss));
      }
      try {
        Files.writeString(folder.resolve("curve.jsonl"), curve);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new TrainingEnd(!stops, steps, folder.resolve("step-" + steps));
    }
  }

  @BeforeEach
  void start() {
    cli = new Cli(temporary);
    Map<String, Object> properties = Map.of("steps", Map.of("type", "integer", "minimum", 1), "data", Map.of("type", "string"));
    cli.plugins.put(Kind.TRAINER, "fake", trainer, properties);
  }

  @Test
  void trainsByAFileAndShowsTheCurve() throws IOException {
    cli.write("train/tiny.yaml", "trainer: {id: fake, steps: 4, data: ../data.jsonl}\n");
    Cli.Done done = cli.run("train", "train/tiny.yaml");
    assertThat(done.status()).isZero();
    assertThat(trainer.data).isEqualTo(cli.folder.resolve("data.jsonl").toString());
    assertThat(done.lines().getFirst()).startsWith("tiny: 4 steps, loss ").endsWith("10000 tokens/s");
    assertThat(done.err()).contains("tiny: 1,000,000 parameters, vocabulary 500; 20 examples of 400 tokens, 1 left out");

    Cli.Done curves = cli.run("curves", "--out", "curves.svg");
    assertThat(curves.lines()).containsExactly("tiny: 4 steps, loss 1.8750, 400 tokens in 40 ms");
    assertThat(Files.readString(cli.folder.resolve("curves.svg"))).contains("Loss of tiny");
    assertThat(cli.run("curves", "--json").lines()).containsExactly("{\"name\":\"tiny\",\"steps\":4,\"loss\":1.875,\"tokens\":400,\"seconds\":0.04}");
  }

  @Test
  void settingsOfTheCommandLineWin() {
    cli.write("tiny.yaml", "name: small\ntrainer: {id: fake, steps: 4}\n");
    Cli.Done done = cli.run("train", "tiny.yaml", "--set", "trainer.steps=2", "--json");
    assertThat(done.out()).contains("\"name\":\"small\",\"step\":2,\"finished\":true").contains("step-2");
  }

  @Test
  void anUnfinishedTrainingIsAFailureToReport() {
    trainer.stops = true;
    cli.write("tiny.yaml", "trainer: {id: fake, steps: 2}\n");
    Cli.Done done = cli.run("train", "tiny.yaml");
    assertThat(done.status()).isEqualTo(1);
    assertThat(done.err()).contains("stopped after step 2; go on with the same command");
  }

  @Test
  void badFilesGetOneLine() {
    cli.write("a.yaml", "trainer: {id: fake, steps: 0}\n");
    cli.write("b.yaml", "trainer: {id: fake, stesp: 1}\n");
    cli.write("c.yaml", "trainr: {id: fake}\n");
    cli.write("d.yaml", "name: ../../etc\ntrainer: {id: fake, steps: 1}\n");
    cli.write("e.yaml", "name: e\n");
    assertThat(refused("a.yaml")).contains("a.yaml:1: trainer.steps: expected 1 or more");
    assertThat(refused("b.yaml")).contains("b.yaml:1: trainer.stesp: unknown key").contains("steps");
    assertThat(refused("c.yaml")).contains("c.yaml:1: trainr: unknown key").contains("trainer");
    assertThat(refused("d.yaml")).contains("d.yaml:1: name: expected letters");
    assertThat(refused("e.yaml")).contains("trainer: is missing");
    assertThat(refused("none.yaml")).contains("no such file");
  }

  private String refused(String file) {
    Cli.Done done = cli.run("train", file);
    assertThat(done.status()).isEqualTo(2);
    assertThat(done.err().lines()).hasSize(1);
    return done.err();
  }
}
