package org.leibniz.api.model;

import java.util.List;

/** Log-probabilities (natural) of a given text after a prompt, token by token. */
public record TokenScores(List<TokenScore> tokens) {
  /** One token of the scored text. */
  public record TokenScore(int id, String text, double logProbability) {}

  public TokenScores {
    tokens = List.copyOf(tokens);
  }

  public double total() {
    return tokens.stream().mapToDouble(TokenScore::logProbability).sum();
  }
}
