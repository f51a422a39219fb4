package org.leibniz.checkpoint.internal.config;

import org.leibniz.checkpoint.Rotary;

/** Reads rope_theta and rope_scaling (rope_parameters in newer files), whose kind is at {@code rope_type}, once {@code type}. */
final class RotaryFields {
  private static final int MOST_POSITIONS = 1 << 28;

  private RotaryFields() {}

  static Rotary read(Fields config, int headSize, int positions) {
    Fields fields = config.has("rope_parameters") ? config.child("rope_parameters") : config.child("rope_scaling");
    double base = fields.positive("rope_theta", config.positive("rope_theta", 10_000));
    return new Rotary(headSize, base, fields.node().isObject() ? scaling(config, fields, positions) : new Rotary.Unscaled());
  }

  private static Rotary.Scaling scaling(Fields config, Fields fields, int positions) {
    String kind = fields.text("rope_type", fields.text("type", ""));
    int original =
        fields.size(
            "original_max_position_embeddings",
            config.size("original_max_position_embeddings", positions, MOST_POSITIONS),
            MOST_POSITIONS);
    return switch (kind) {
      case "default" -> new Rotary.Unscaled();
      case "linear" -> new Rotary.Linear(fields.positive("factor"));
      // The length a dynamic base counts from is the model's own, also where an original one is given.
      case "dynamic" -> new Rotary.Dynamic(fields.positive("factor"), positions);
      case "llama3" ->
          new Rotary.Llama3(
              fields.positive("factor"), fields.positive("low_freq_factor"), fields.positive("high_freq_factor"), original);
      case "yarn" -> yarn(fields, original);
      default -> throw fields.wrong("rope_type", "is '" + kind + "'; supported are linear, dynamic, llama3 and yarn");
    };
  }

  private static Rotary.Yarn yarn(Fields fields, int original) {
    double factor = fields.positive("factor");
    double attention = magnitude(factor, 1);
    if (fields.has("attention_factor")) {
      attention = fields.positive("attention_factor");
    } else if (fields.has("mscale") && fields.has("mscale_all_dim")) {
      attention = magnitude(factor, fields.positive("mscale")) / magnitude(factor, fields.positive("mscale_all_dim"));
    }
    return new Rotary.Yarn(
        factor,
        original,
        fields.positive("beta_fast", 32),
        fields.positive("beta_slow", 1),
        fields.flag("truncate", true),
        attention);
  }

  private static double magnitude(double factor, double scale) {
    return factor <= 1 ? 1 : 0.1 * scale * Math.log(factor) + 1;
  }
}
