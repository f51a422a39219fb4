package org.leibniz.checkpoint.internal.tokenizer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which neighbours may become one token, and which of them first. */
interface Merges {
  /** A merge of nothing. */
  long NONE = -1;

  /** Rank (lower is earlier) in the upper half, the resulting id in the lower; {@link #NONE} where the two never merge. */
  long of(int left, int right);

  static long merge(int rank, int id) {
    return (long) rank << 32 | id;
  }

  static long pair(int left, int right) {
    return (long) left << 32 | right;
  }

  /** A list of merges in order; pairs are keyed by {@link #pair}. */
  static Merges listed(Map<Long, Long> merges) {
    Map<Long, Long> copy = new HashMap<>(merges);
    return (left, right) -> copy.getOrDefault(pair(left, right), NONE);
  }

  /** SentencePiece's rule: two neighbours merge if their text is a token, the one with the highest score first. */
  static Merges scored(Vocabulary vocabulary, List<Double> scores) {
    int[] order =
        IntStream.range(0, scores.size()).boxed().sorted((a, b) -> Double.compare(scores.get(b), scores.get(a))).mapToInt(i -> i).toArray();
    int[] ranks = new int[order.length];
    for (int i = 1; i < order.length; i++) {
      boolean same = scores.get(order[i]).equals(scores.get(order[i - 1]));
      ranks[order[i]] = same ? ranks[order[i - 1]] : i;
    }
    return (left, right) -> {
      int id = vocabulary.id(vocabulary.token(left) + vocabulary.token(right));
      return id < 0 || id >= ranks.length ? NONE : merge(ranks[id], id);
    };
  }
}
