package org.leibniz.model.djl.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.model.TokenScores;
import org.leibniz.checkpoint.tokenizer.Tokenizer;

/** Collects the log-probabilities of given tokens. */
final class Scoring implements Sequence.Reader {
  private final Tokenizer tokenizer;
  private final List<Integer> tokens;
  private final int first;
  private final int vocabulary;
  private final List<TokenScores.TokenScore> scores = new ArrayList<>();

  /** @param first index of the first token that is scored, at least 1 */
  Scoring(Tokenizer tokenizer, List<Integer> tokens, int first, int vocabulary) {
    this.tokenizer = tokenizer;
    this.tokens = tokens;
    this.first = first;
    this.vocabulary = vocabulary;
  }

  @Override
  public boolean wantsAll() {
    return true;
  }

  @Override
  public int read(int position, float[] logits, int from) {
    int next = position + 1;
    if (next >= first && next < tokens.size()) {
      int id = tokens.get(next);
      String text = new String(tokenizer.bytes(id), StandardCharsets.UTF_8);
      scores.add(new TokenScores.TokenScore(id, text, logits[from + id] - logOfSum(logits, from)));
    }
    return -1;
  }

  private double logOfSum(float[] logits, int from) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < vocabulary; i++) {
      highest = Math.max(highest, logits[from + i]);
    }
    double sum = 0;
    for (int i = 0; i < vocabulary; i++) {
      sum += Math.exp(logits[from + i] - highest);
    }
    return highest + Math.log(sum);
  }

  TokenScores result() {
    return new TokenScores(scores);
  }
}
