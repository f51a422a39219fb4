package org.leibniz.api.model;

import org.leibniz.api.Config;

/**
 * Everything that decides how one reply is generated, apart from prompt and seed.
 *
 * @param maxTokens most tokens to generate
 * @param maxPromptTokens most prompt tokens, of which the last are kept; 0 for no limit of its own
 */
public record Decoding(Sampling sampling, Stops stops, int maxTokens, int maxPromptTokens) {
  public Decoding(Sampling sampling, Stops stops, int maxTokens) {
    this(sampling, stops, maxTokens, 0);
  }

  /**
   * Reads {@code maxTokens maxPromptTokens stops} and the mapping {@code sampling}; absent keys are taken from {@code
   * defaults}.
   */
  public static Decoding from(Config config, Decoding defaults) {
    Stops stops =
        config.has("stops") ? new Stops(config.texts("stops"), defaults.stops.included()) : defaults.stops;
    return new Decoding(
        Sampling.from(config.child("sampling"), defaults.sampling),
        stops,
        positive(config, "maxTokens", defaults.maxTokens, 1),
        positive(config, "maxPromptTokens", defaults.maxPromptTokens, 0));
  }

  private static int positive(Config config, String key, int fallback, int least) {
    long value = config.integer(key, fallback);
    if (value < least || value > Integer.MAX_VALUE) {
      throw config.wrong(key, "expected a number of tokens from " + least + ", found " + value);
    }
    return (int) value;
  }

  /** What happens to a prompt that is too long, in one sentence for people. */
  public String overflow() {
    return maxPromptTokens > 0
        ? "of a prompt longer than " + maxPromptTokens + " tokens the last " + maxPromptTokens + " are kept"
        : "a prompt that leaves no room in the model's context fails the sample (model-failed)";
  }
}
