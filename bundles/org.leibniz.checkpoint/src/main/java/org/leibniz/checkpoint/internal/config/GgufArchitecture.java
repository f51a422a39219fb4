package org.leibniz.checkpoint.internal.config;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.checkpoint.Rotary;
import org.leibniz.checkpoint.StoredTensor;
import org.leibniz.checkpoint.internal.weights.GgufFile;

/** Reads an architecture from GGUF metadata; keys follow the GGUF specification and begin with the architecture's name. */
public final class GgufArchitecture {
  private final GgufFile file;
  private final Map<String, Object> metadata;
  private final String family;

  private GgufArchitecture(GgufFile file) {
    this.file = file;
    this.metadata = file.metadata();
    this.family = String.valueOf(metadata.getOrDefault("general.architecture", ""));
  }

  public static Architecture read(GgufFile file) {
    return new GgufArchitecture(file).architecture();
  }

  private Architecture architecture() {
    if (!family.equals("llama") && !family.equals("qwen2")) {
      throw file.wrong("general.architecture", "is '" + family + "'; supported are llama and qwen2");
    }
    if (file.tensors().keySet().stream().anyMatch(name -> name.contains("_exps."))) {
      throw file.wrong("", "has experts (ffn_*_exps); supported are dense models");
    }
    int hidden = size("embedding_length", 0, ConfigJson.MOST_SIZE);
    int heads = size("attention.head_count", 0, ConfigJson.MOST_SIZE);
    int keyValueHeads = size("attention.head_count_kv", heads, ConfigJson.MOST_SIZE);
    int headSize = size("attention.key_length", hidden / heads, ConfigJson.MOST_SIZE);
    if (heads % keyValueHeads != 0 || headSize < 2 || headSize % 2 != 0) {
      throw file.wrong("", "has " + heads + " heads of " + headSize + " on " + keyValueHeads + " key/value heads");
    }
    if (size("attention.value_length", headSize, ConfigJson.MOST_SIZE) != headSize
        || size("rope.dimension_count", headSize, ConfigJson.MOST_SIZE) != headSize) {
      throw file.wrong("", "has heads whose keys, values and rotary part differ in size, which is not supported");
    }
    StoredTensor embedding = file.tensors().get("token_embd.weight");
    if (embedding == null || embedding.shape().sizes().size() != 2 || embedding.shape().sizes().getFirst() > ConfigJson.MOST_SIZE) {
      throw file.wrong("token_embd.weight", "is missing or no matrix; expected the embedding");
    }
    int positions = size("context_length", 2048, 1 << 28);
    boolean bias = file.tensors().containsKey("blk.0.attn_q.bias");
    return new Architecture(
        family,
        hidden,
        size("feed_forward_length", 0, ConfigJson.MOST_SIZE),
        size("block_count", 0, ConfigJson.MOST_LAYERS),
        heads,
        keyValueHeads,
        headSize,
        embedding.shape().sizes().getFirst().intValue(),
        number("attention.layer_norm_rms_epsilon", 1e-5),
        new Rotary(headSize, number("rope.freq_base", 10_000), scaling(headSize, positions)),
        positions,
        0,
        bias,
        file.tensors().containsKey("blk.0.attn_output.bias"),
        file.tensors().containsKey("blk.0.ffn_up.bias"),
        !file.tensors().containsKey("output.weight"));
  }

  private Rotary.Scaling scaling(int headSize, int positions) {
    StoredTensor factors = file.tensors().get("rope_freqs.weight");
    if (factors != null) {
      if (factors.shape().elements() != headSize / 2) {
        throw file.wrong("rope_freqs.weight", "has shape " + factors.shape() + "; expected [" + headSize / 2 + "]");
      }
      FloatBuffer values = FloatBuffer.allocate(headSize / 2);
      factors.read(0, values);
      List<Double> divisors = new ArrayList<>();
      for (float value : values.array()) {
        divisors.add((double) value);
      }
      return new Rotary.Factors(divisors);
    }
    String kind = String.valueOf(metadata.getOrDefault(family + ".rope.scaling.type", "none"));
    double factor = number("rope.scaling.factor", 1);
    return switch (kind) {
      case "none" -> new Rotary.Unscaled();
      case "linear" -> new Rotary.Linear(factor);
      case "yarn" ->
          new Rotary.Yarn(
              factor,
              size("rope.scaling.original_context_length", positions, 1 << 28),
              32,
              1,
              true,
              number("rope.scaling.attn_factor", factor <= 1 ? 1 : 0.1 * Math.log(factor) + 1));
      default -> throw file.wrong(family + ".rope.scaling.type", "is '" + kind + "'; supported are linear and yarn");
    };
  }

  /** A whole number from 1 to {@code most}; 0 as fallback makes it required. */
  private int size(String key, int fallback, int most) {
    Object value = metadata.get(family + "." + key);
    if (value == null && fallback > 0) {
      return fallback;
    }
    if (!(value instanceof Long number) || number < 1 || number > most) {
      throw file.wrong(family + "." + key, "is " + value + "; expected a whole number from 1 to " + most);
    }
    return number.intValue();
  }

  private double number(String key, double fallback) {
    Object value = metadata.get(family + "." + key);
    if (value == null) {
      return fallback;
    }
    if (!(value instanceof Number number) || !(number.doubleValue() > 0)) {
      throw file.wrong(family + "." + key, "is " + value + "; expected a number above 0");
    }
    return number.doubleValue();
  }
}
