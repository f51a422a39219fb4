package org.leibniz.checkpoint.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.checkpoint.Checkpoint;
import org.leibniz.checkpoint.Weights;
import org.leibniz.checkpoint.internal.config.ConfigJson;
import org.leibniz.checkpoint.internal.config.TensorList;
import org.leibniz.checkpoint.internal.tokenizer.TokenizerJson;
import org.leibniz.checkpoint.internal.weights.WeightFolder;
import org.leibniz.checkpoint.tokenizer.Tokenizer;

/** Opens a folder as Hugging Face's libraries write it. */
public final class FolderCheckpoint {
  private FolderCheckpoint() {}

  public static Checkpoint open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw LeibnizException.badInput(folder, 0, "", "is no checkpoint; expected a folder with config.json, or a .gguf file");
    }
    Path configFile = folder.resolve("config.json");
    JsonNode config = JsonFile.object(configFile);
    Architecture architecture = ConfigJson.read(configFile, config);
    Tokenizer tokenizer = TokenizerJson.read(folder.resolve("tokenizer.json"));
    if (tokenizer.largestId() >= architecture.vocabulary()) {
      throw LeibnizException.badInput(
          configFile, 0, "vocab_size", "is " + architecture.vocabulary() + "; the tokenizer gives ids up to " + tokenizer.largestId());
    }
    Weights weights = WeightFolder.read(folder);
    TensorList.check(folder, architecture, weights);
    JsonNode tokens = optional(folder.resolve("tokenizer_config.json"));
    Set<Integer> ends = ends(optional(folder.resolve("generation_config.json")).path("eos_token_id"));
    if (ends.isEmpty()) {
      ends = ends(config.path("eos_token_id"));
    }
    return new Checkpoint(
        folder, architecture, weights, tokenizer, ends, template(folder, tokens), text(tokens, "bos_token"),
            text(tokens, "eos_token"), "");
  }

  private static JsonNode optional(Path file) {
    return Files.exists(file) ? JsonFile.object(file) : JsonNodeFactory.instance.objectNode();
  }

  private static Set<Integer> ends(JsonNode node) {
    Set<Integer> ends = new HashSet<>();
    if (node.isInt()) {
      ends.add(node.asInt());
    }
    node.forEach(id -> ends.add(id.asInt()));
    return ends;
  }

  private static Optional<String> template(Path folder, JsonNode tokens) {
    Path file = folder.resolve("chat_template.jinja");
    if (Files.exists(file)) {
      try {
        return Optional.of(Files.readString(file));
      } catch (IOException e) {
        throw LeibnizException.badInput(file, 0, "", "cannot be read: " + e.getMessage());
      }
    }
    JsonNode template = tokens.path("chat_template");
    for (JsonNode named : template) {
      if (named.path("name").asText().equals("default")) {
        return Optional.of(named.path("template").asText());
      }
    }
    return template.isTextual() ? Optional.of(template.asText()) : Optional.empty();
  }

  private static String text(JsonNode tokens, String key) {
    JsonNode token = tokens.path(key);
    return token.isObject() ? token.path("content").asText() : token.isTextual() ? token.asText() : "";
  }
}
