package org.leibniz.api.model;

import org.leibniz.api.Config;

/**
 * How the next token is chosen. Filters apply in the order of the fields.
 *
 * @param temperature 0 is greedy
 * @param topK keep the K most probable tokens; 0 keeps all
 * @param topP keep the smallest set with at least this probability; 1 keeps all
 * @param minP keep tokens with at least this share of the most probable one's probability; 0 keeps all
 * @param repetitionPenalty 1 is none
 */
public record Sampling(double temperature, int topK, double topP, double minP, double repetitionPenalty) {
  public static final Sampling GREEDY = new Sampling(0, 0, 1, 0, 1);

  /** Reads {@code temperature topK topP minP repetitionPenalty}; absent keys are taken from {@code defaults}. */
  public static Sampling from(Config config, Sampling defaults) {
    return new Sampling(
        config.decimal("temperature", defaults.temperature),
        (int) config.integer("topK", defaults.topK),
        config.decimal("topP", defaults.topP),
        config.decimal("minP", defaults.minP),
        config.decimal("repetitionPenalty", defaults.repetitionPenalty));
  }

  public boolean isGreedy() {
    return temperature == 0;
  }
}
