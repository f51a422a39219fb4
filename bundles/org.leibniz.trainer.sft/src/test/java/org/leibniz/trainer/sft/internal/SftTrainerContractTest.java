package org.leibniz.trainer.sft.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.leibniz.api.Config;
import org.leibniz.api.trainer.Trainer;
import org.leibniz.tck.TrainerContract;

class SftTrainerContractTest extends TrainerContract {
  @Override
  protected Trainer create() {
    return new SftTrainer();
  }

  @Override
  protected Config config(Path workplace) throws IOException {
    Path data = workplace.resolve("data.jsonl");
    Files.writeString(data, "{\"instruction\":\"Add 1 and 2.\",\"output\":\"3\"}\n{\"instruction\":\"Add 2 and 2.\",\"output\":\"4\"}\n");
    return Config.of(
        Map.of(
            "model", Map.of("hiddenSize", 16, "layers", 1, "heads", 2), "tokenizer", Map.of("vocabulary", 400), "data", List.of(data.toString()), "context", 256,
            "steps", STEPS, "learningRate", 1e-3, "threads", 1, "checkpointEvery", 100));
  }
}
