package org.leibniz.checkpoint.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.checkpoint.Rotary;

/** Reads config.json. What a field means where it is absent follows transformers' configuration classes. */
public final class ConfigJson {
  static final int MOST_SIZE = 1 << 22;
  static final int MOST_LAYERS = 1024;
  private static final int MOST_POSITIONS = 1 << 28;
  private static final Set<String> FAMILIES = Set.of("llama", "mistral", "qwen2");

  private final Fields fields;
  private final String family;

  private ConfigJson(Fields fields) {
    this.fields = fields;
    this.family = fields.text("model_type", "");
  }

  public static Architecture read(Path file, JsonNode node) {
    return new ConfigJson(new Fields(file, node, "")).architecture();
  }

  private Architecture architecture() {
    if (!FAMILIES.contains(family)) {
      String architecture = fields.node().path("architectures").path(0).asText("");
      throw fields.wrong(
          "model_type",
          "is " + (family.isEmpty() ? "missing" : "'" + family + "'") + (architecture.isEmpty() ? "" : " (" + architecture + ")")
              + "; supported are llama, mistral and qwen2");
    }
    String activation = fields.text("hidden_act", "silu");
    if (!activation.equals("silu") && !activation.equals("swish")) {
      throw fields.wrong("hidden_act", "is '" + activation + "'; supported is silu");
    }
    int hidden = fields.size("hidden_size", MOST_SIZE);
    int heads = fields.size("num_attention_heads", MOST_SIZE);
    int keyValueHeads = fields.size("num_key_value_heads", family.equals("mistral") ? 8 : heads, MOST_SIZE);
    if (heads % keyValueHeads != 0) {
      throw fields.wrong("num_key_value_heads", "is " + keyValueHeads + "; expected a divisor of the " + heads + " attention heads");
    }
    if (!fields.has("head_dim") && hidden % heads != 0) {
      throw fields.wrong("hidden_size", "is " + hidden + ", no multiple of the " + heads + " attention heads, and head_dim is absent");
    }
    int headSize = fields.size("head_dim", hidden / heads, MOST_SIZE);
    if (headSize % 2 != 0) {
      throw fields.wrong("head_dim", "is " + headSize + "; expected an even number");
    }
    boolean bias = fields.flag("attention_bias", family.equals("qwen2"));
    int positions = fields.size("max_position_embeddings", 2048, MOST_POSITIONS);
    return new Architecture(
        family,
        hidden,
        fields.size("intermediate_size", MOST_SIZE),
        fields.size("num_hidden_layers", MOST_LAYERS),
        heads,
        keyValueHeads,
        headSize,
        fields.size("vocab_size", MOST_SIZE),
        fields.positive("rms_norm_eps", 1e-6),
        RotaryFields.read(fields, headSize, positions),
        positions,
        window(),
        bias,
        bias && !family.equals("qwen2"),
        fields.flag("mlp_bias", false),
        fields.flag("tie_word_embeddings", false));
  }

  private int window() {
    if (family.equals("llama")) {
      return 0;
    }
    int window = fields.size("sliding_window", 0, MOST_POSITIONS);
    if (!family.equals("qwen2")) {
      return window;
    }
    if (!fields.flag("use_sliding_window", false)) {
      return 0;
    }
    if (window > 0 && fields.size("max_window_layers", MOST_LAYERS, MOST_LAYERS) > 0 && fields.has("max_window_layers")) {
      throw fields.wrong("use_sliding_window", "is true with max_window_layers, a window in some layers only, which is not supported");
    }
    return window;
  }
}
