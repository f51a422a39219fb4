package org.leibniz.checkpoint.internal.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.checkpoint.Shape;
import org.leibniz.checkpoint.StoredTensor;
import org.leibniz.checkpoint.Weights;

/** The tensors an architecture consists of, by their Hugging Face names. */
public final class TensorList {
  private TensorList() {}

  public static SequencedMap<String, Shape> of(Architecture model) {
    SequencedMap<String, Shape> list = new LinkedHashMap<>();
    long hidden = model.hiddenSize();
    long queries = (long) model.heads() * model.headSize();
    long keys = (long) model.keyValueHeads() * model.headSize();
    list.put("model.embed_tokens.weight", Shape.of(model.vocabulary(), hidden));
    for (int layer = 0; layer < model.layers(); layer++) {
      String prefix = "model.layers." + layer + ".";
      list.put(prefix + "input_layernorm.weight", Shape.of(hidden));
      linear(list, prefix + "self_attn.q_proj", queries, hidden, model.attentionBias());
      linear(list, prefix + "self_attn.k_proj", keys, hidden, model.attentionBias());
      linear(list, prefix + "self_attn.v_proj", keys, hidden, model.attentionBias());
      linear(list, prefix + "self_attn.o_proj", hidden, queries, model.outputBias());
      list.put(prefix + "post_attention_layernorm.weight", Shape.of(hidden));
      linear(list, prefix + "mlp.gate_proj", model.feedForwardSize(), hidden, model.feedForwardBias());
      linear(list, prefix + "mlp.up_proj", model.feedForwardSize(), hidden, model.feedForwardBias());
      linear(list, prefix + "mlp.down_proj", hidden, model.feedForwardSize(), model.feedForwardBias());
    }
    list.put("model.norm.weight", Shape.of(hidden));
    if (!model.tied()) {
      list.put("lm_head.weight", Shape.of(model.vocabulary(), hidden));
    }
    return list;
  }

  private static void linear(Map<String, Shape> list, String name, long out, long in, boolean bias) {
    list.put(name + ".weight", Shape.of(out, in));
    if (bias) {
      list.put(name + ".bias", Shape.of(out));
    }
  }

  /**
   * Refuses weights that lack a tensor, have one of another shape, or one that the architecture has no use for, since ignoring
   * that one would give wrong results without a word.
   */
  public static void check(Path file, Architecture model, Weights weights) {
    Map<String, Shape> list = of(model);
    list.forEach(
        (name, shape) -> {
          StoredTensor tensor = weights.find(name).orElseThrow(
              () -> LeibnizException.badInput(file, 0, name, "is missing; expected a tensor of shape " + shape));
          if (!tensor.shape().equals(shape)) {
            throw LeibnizException.badInput(file, 0, name, "has shape " + tensor.shape() + "; the configuration asks for " + shape);
          }
        });
    for (String name : weights.tensors().keySet()) {
      boolean ignored = name.endsWith(".rotary_emb.inv_freq") || name.equals("lm_head.weight");
      if (!list.containsKey(name) && !ignored) {
        throw LeibnizException.badInput(file, 0, name, "has no place in the configured " + model.family() + " architecture of " + model.layers() + " layers");
      }
    }
  }
}
