package org.leibniz.trainer.sft.internal.network;

import java.util.ArrayList;
import java.util.List;
import org.leibniz.checkpoint.Architecture;
import org.leibniz.checkpoint.Shape;

/**
 * A parameter as it is trained: one tensor of a checkpoint, or several of equal row length one below the other, so that one
 * multiplication serves them all.
 *
 * @param parts names in a checkpoint
 * @param shapes of the parts
 */
public record Block(List<String> parts, List<Shape> shapes) {
  static Block of(Architecture model, String... parts) {
    return new Block(List.of(parts), List.of(parts).stream().map(part -> model.tensors().get(part)).toList());
  }

  /** Matrices in the order that {@link TrainingScript} counts on, then vectors. */
  public static List<Block> of(Architecture model) {
    List<Block> matrices = new ArrayList<>();
    List<Block> vectors = new ArrayList<>();
    matrices.add(of(model, "model.embed_tokens.weight"));
    if (!model.tied()) {
      matrices.add(of(model, "lm_head.weight"));
    }
    vectors.add(of(model, "model.norm.weight"));
    for (int layer = 0; layer < model.layers(); layer++) {
      String prefix = "model.layers." + layer + ".";
      String attention = prefix + "self_attn.";
      matrices.add(of(model, attention + "q_proj.weight", attention + "k_proj.weight", attention + "v_proj.weight"));
      matrices.add(of(model, attention + "o_proj.weight"));
      matrices.add(of(model, prefix + "mlp.gate_proj.weight", prefix + "mlp.up_proj.weight"));
      matrices.add(of(model, prefix + "mlp.down_proj.weight"));
      vectors.add(of(model, prefix + "input_layernorm.weight"));
      vectors.add(of(model, prefix + "post_attention_layernorm.weight"));
    }
    List<Block> all = new ArrayList<>(matrices);
    all.addAll(vectors);
    return all;
  }

  public String name() {
    return parts.getFirst();
  }

  boolean matrix() {
    return shapes.getFirst().sizes().size() > 1;
  }

  public Shape shape() {
    long rows = shapes.stream().mapToLong(shape -> shape.sizes().getFirst()).sum();
    return matrix() ? Shape.of(rows, shapes.getFirst().rowLength()) : Shape.of(rows);
  }
}
