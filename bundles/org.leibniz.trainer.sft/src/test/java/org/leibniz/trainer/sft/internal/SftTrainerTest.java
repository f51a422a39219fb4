package org.leibniz.trainer.sft.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.CallId;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Stops;
import org.leibniz.api.model.TokenModel;
import org.leibniz.api.model.TokenModel.EndToken;
import org.leibniz.api.trainer.TrainingEnd;
import org.leibniz.api.trainer.TrainingListener;
import org.leibniz.api.trainer.TrainingPlan;
import org.leibniz.api.trainer.TrainingStep;
import org.leibniz.checkpoint.Checkpoint;
import org.leibniz.checkpoint.tokenizer.Piece;
import org.leibniz.model.djl.internal.DjlBackend;

/** Whole trainings of a very small model. */
class SftTrainerTest {
  @TempDir Path folder;

  /** Keeps what it hears; may stop or fail after a step. */
  private static final class Heard implements TrainingListener {
    final List<TrainingStep> steps = new ArrayList<>();
    TrainingPlan plan;
    long stopAfter = Long.MAX_VALUE;
    long dieAfter = Long.MAX_VALUE;

    @Override
    public void started(TrainingPlan now) {
      plan = now;
    }

    @Override
    public void stepped(TrainingStep step) {
      steps.add(step);
      if (step.number() == dieAfter) {
        throw new IllegalStateException("killed");
      }
    }

    @Override
    public boolean goesOn() {
      return steps.isEmpty() || steps.getLast().number() < stopAfter;
    }
  }

  private Path examples() throws IOException {
    Path file = folder.resolve("examples.jsonl");
    if (!Files.exists(file)) {
      StringBuilder lines = new StringBuilder();
      for (int a = 2; a < 6; a++) {
        for (int b = 3; b < 6; b++) {
          lines.append(
              "{\"form\":\"cot\",\"prompt\":\"Q: %d + %d?\\nA:\",\"segments\":[{\"kind\":\"text\",\"text\":\" The answer is %d.\"}]}\n"
                  .formatted(a, b, a + b));
          lines.append(
              ("{\"form\":\"interleaved\",\"prompt\":\"<|user|><|text|>%d + %d?<|endofblock|><|endofmessage|><|assistant|>\",\"segments\":["
                      + "{\"kind\":\"code\",\"text\":\"print(%d + %d)\"},{\"kind\":\"execution\",\"text\":\"%d\"},{\"kind\":\"text\",\"text\":\"%d\"}]}\n")
                  .formatted(a, b, a, b, a + b, a + b));
        }
      }
      Files.writeString(file, lines);
    }
    return file;
  }

  private SftTrainer trainer(Map<String, Object> changes) throws IOException {
    Map<String, Object> values = new HashMap<>();
    values.put("model", Map.of("hiddenSize", 32, "layers", 2, "heads", 2, "keyValueHeads", 1));
    values.put("tokenizer", Map.of("vocabulary", 420));
    values.put("data", List.of(examples().toString()));
    values.put("context", 48);
    values.put("rows", 3);
    values.put("steps", 12);
    values.put("learningRate", 5e-3);
    values.put("schedule", Map.of("warmup", 3));
    values.put("threads", 1);
    values.put("checkpointEvery", 4);
    values.putAll(changes);
    SftTrainer trainer = new SftTrainer();
    trainer.configure(Config.of(values));
    return trainer;
  }

  @Test
  void aTrainingKilledAtARandomStepEndsWithTheSameParameters() throws IOException {
    Map<String, Object> mixed =
        Map.of(
            "accumulation", 2,
            "mixture",
                List.of(
                    Map.of("until", 0.5, "forms", Map.of("cot", 30, "interleaved", 70)), Map.of("until", 1, "forms", Map.of("cot", 50, "interleaved", 50))));
    Heard straight = new Heard();
    TrainingEnd whole = trainer(mixed).train(folder.resolve("straight"), straight);
    assertThat(straight.steps.getLast().loss()).isLessThan(straight.steps.getFirst().loss() - 1);
    long step = 5 + new Random().nextInt(6);
    Heard killed = new Heard();
    killed.dieAfter = step;
    assertThatThrownBy(() -> trainer(mixed).train(folder.resolve("killed"), killed)).hasMessageContaining("killed");
    Heard resumed = new Heard();
    TrainingEnd end = trainer(mixed).train(folder.resolve("killed"), resumed);

    assertThat(resumed.plan.firstStep()).as("killed after step %d", step).isEqualTo(step > 8 ? 8 : 4);
    for (String file : List.of("model.safetensors", "optimiser.safetensors", "training.json")) {
      assertThat(Files.readAllBytes(end.checkpoint().resolve(file))).as("%s, killed after step %d", file, step).isEqualTo(Files.readAllBytes(whole.checkpoint().resolve(file)));
    }
    assertThat(losses(folder.resolve("killed/curve.jsonl"))).isEqualTo(losses(folder.resolve("straight/curve.jsonl"))).hasSize(12);
  }

  private static List<String> losses(Path curve) throws IOException {
    return Files.readAllLines(curve).stream().map(line -> line.replaceFirst(",\"millis.*", "")).toList();
  }

  @Test
  void stopsWhenAskedAndGoesOn() throws IOException {
    Heard stopped = new Heard();
    stopped.stopAfter = 6;
    TrainingEnd first = trainer(Map.of()).train(folder.resolve("t"), stopped);
    assertThat(first).isEqualTo(new TrainingEnd(false, 6, folder.resolve("t/step-6")));
    Heard more = new Heard();
    TrainingEnd second = trainer(Map.of()).train(folder.resolve("t"), more);
    assertThat(second.finished()).isTrue();
    assertThat(more.steps.getFirst().number()).isEqualTo(7);
    assertThat(Files.list(folder.resolve("t")).filter(Files::isDirectory).map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("step-8", "step-12");
  }

  @Test
  void refusesToGoOnWithOtherSettings() throws IOException {
    trainer(Map.of()).train(folder.resolve("t"), new Heard());
    assertThatThrownBy(() -> trainer(Map.of("learningRate", 1e-3)).train(folder.resolve("t"), new Heard()))
        .isInstanceOf(LeibnizException.class)
        .hasMessageContaining("other settings");
  }

  @Test
  void learnsItsExamplesAndTheExportedModelAnswersThem() throws IOException {
    Path model = folder.resolve("model");
    Heard heard = new Heard();
    trainer(Map.of("steps", 220, "rows", 8, "learningRate", 1e-2, "checkpointEvery", 220, "export", model.toString(), "exportFormat", "f16")).train(folder.resolve("t"), heard);

    assertThat(heard.steps.getFirst().loss()).isGreaterThan(4);
    assertThat(heard.steps.getLast().loss()).isLessThan(0.1);
    try (TokenModel opened = (TokenModel) new DjlBackend().open(Config.of(Map.of("path", model.toString(), "threads", 1)))) {
      Decoding decoding = new Decoding(Sampling.GREEDY, Stops.NONE, 20);
      var request = new GenerationRequest(new CallId("p", 0, "", 0), opened.withControls("Q: 4 + 5?\nA:"), decoding, 0);
      var reply = opened.complete(request, EndToken.ENDS).generation();
      assertThat(reply.raw()).startsWith(" The answer is 9.");
      assertThat(reply.stop()).isEqualTo(Stop.END);
    }
  }

  @Test
  void theLossIsWhatTheInferenceEngineGives() throws IOException {
    Path one = folder.resolve("one.jsonl");
    Files.writeString(one, "{\"form\":\"cot\",\"prompt\":\"Q: 2 + 3?\\nA:\",\"segments\":[{\"kind\":\"text\",\"text\":\" The answer is 5.\"}]}\n");
    Heard heard = new Heard();
    Map<String, Object> settings = Map.of("data", List.of(one.toString()), "steps", 2, "rows", 1, "checkpointEvery", 1, "keep", 5, "schedule", Map.of("warmup", 0));
    trainer(settings).train(folder.resolve("t"), heard);
    try (TokenModel opened = (TokenModel) new DjlBackend().open(Config.of(Map.of("path", folder.resolve("t/step-1").toString(), "threads", 1)))) {
      var scores = opened.score(opened.withControls("Q: 2 + 3?\nA: The answer is 5.<|endofmessage|>")).tokens();
      int targets = Checkpoint.open(folder.resolve("t/step-1")).tokenizer().encode(List.of(new Piece.Text(" The answer is 5."))).size() + 1;
      double mean = -scores.subList(scores.size() - targets, scores.size()).stream().mapToDouble(score -> score.logProbability()).average().orElseThrow();
      assertThat(heard.steps.getLast().loss()).isCloseTo(mean, within(1e-4));
    }
  }

  @Test
  void goesOnFromACheckpointWithFurtherTokens() throws IOException {
    Heard before = new Heard();
    TrainingEnd first = trainer(Map.of()).train(folder.resolve("t"), before);
    Heard heard = new Heard();
    Map<String, Object> settings = Map.of("model", Map.of("path", first.checkpoint().toString()), "learningRate", 1e-3);
    TrainingEnd second = trainer(settings).train(folder.resolve("more"), heard);
    assertThat(heard.steps.getFirst().loss()).isLessThan(before.steps.getLast().loss() + 0.3);
    assertThat(Checkpoint.open(second.checkpoint()).architecture()).isEqualTo(Checkpoint.open(first.checkpoint()).architecture());
  }

  @Test
  void trainsInBfloat16() throws IOException {
    Heard single = new Heard();
    trainer(Map.of("steps", 8)).train(folder.resolve("single"), single);
    Heard half = new Heard();
    trainer(Map.of("steps", 8, "precision", "bf16")).train(folder.resolve("half"), half);
    assertThat(half.steps.getLast().loss()).isCloseTo(single.steps.getLast().loss(), within(0.05));
  }
}
