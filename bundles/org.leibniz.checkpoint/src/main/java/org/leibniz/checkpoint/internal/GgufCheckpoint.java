package org.leibniz.checkpoint.internal;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.checkpoint.Checkpoint;
import org.leibniz.checkpoint.Weights;
import org.leibniz.checkpoint.internal.config.GgufArchitecture;
import org.leibniz.checkpoint.internal.config.TensorList;
import org.leibniz.checkpoint.internal.tokenizer.GgufTokenizer;
import org.leibniz.checkpoint.internal.weights.GgufFile;
import org.leibniz.checkpoint.internal.weights.GgufWeights;
import org.leibniz.checkpoint.tokenizer.Tokenizer;

/** Opens a GGUF file, which has everything in it. */
public final class GgufCheckpoint {
  private GgufCheckpoint() {}

  public static Checkpoint open(Path path) {
    GgufFile file = GgufFile.read(path);
    Architecture architecture = GgufArchitecture.read(file);
    Tokenizer tokenizer = GgufTokenizer.read(file);
    if (tokenizer.largestId() >= architecture.vocabulary()) {
      throw file.wrong(
          "token_embd.weight", "has " + architecture.vocabulary() + " rows; the tokenizer gives ids up to " + tokenizer.largestId());
    }
    Weights weights = GgufWeights.of(file, architecture);
    TensorList.check(path, architecture, weights);
    Set<Integer> ends = new HashSet<>();
    for (String key : new String[] {"eos_token_id", "eot_token_id", "eom_token_id"}) {
      if (file.metadata().get("tokenizer.ggml." + key) instanceof Long id) {
        ends.add(id.intValue());
      }
    }
    Optional<String> template = Optional.ofNullable(file.metadata().get("tokenizer.chat_template")).map(String::valueOf);
    return new Checkpoint(
        path, architecture, weights, tokenizer, ends, template, token(file, tokenizer, "bos_token_id"),
            token(file, tokenizer, "eos_token_id"), licence(file));
  }

  private static String licence(GgufFile file) {
    return file.metadata().get("general.license") instanceof String text && text.matches("[A-Za-z0-9._ -]{1,60}")
        ? text : "";
  }

  private static String token(GgufFile file, Tokenizer tokenizer, String key) {
    return file.metadata().get("tokenizer.ggml." + key) instanceof Long id ? tokenizer.token(id.intValue()) : "";
  }
}
