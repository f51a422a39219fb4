package org.leibniz.api.model;

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
}
