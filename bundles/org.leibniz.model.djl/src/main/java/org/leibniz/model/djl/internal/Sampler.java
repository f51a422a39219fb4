package org.leibniz.model.djl.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Sampling;

/**
 * Chooses tokens. The n-th random number of a request is a function of its seed and n alone (SplitMix64, Steele et al. 2014),
 * so that a reply does not depend on who shares the batch.
 */
final class Sampler {
  private final Sampling sampling;
  private final long seed;
  private long drawn;

  Sampler(Sampling sampling, long seed) {
    this.sampling = sampling;
    this.seed = seed;
  }

  /** @param before tokens so far, which a repetition penalty makes less likely */
  int choose(float[] logits, int from, int vocabulary, List<Integer> before) {
    int best = largest(logits, from, vocabulary);
    if (sampling.isGreedy() && sampling.repetitionPenalty() == 1) {
      return best;
    }
    float[] scores = java.util.Arrays.copyOfRange(logits, from, from + vocabulary);
    if (sampling.repetitionPenalty() != 1) {
      before.stream().distinct().forEach(id -> scores[id] *= (float) (scores[id] > 0 ? 1 / sampling.repetitionPenalty() : sampling.repetitionPenalty()));
      best = largest(scores, 0, vocabulary);
    }
    return sampling.isGreedy() ? best : draw(scores, scores[best]);
  }

  /** The index of the largest, the first of equals; refuses logits that are no numbers. */
  private static int largest(float[] logits, int from, int count) {
    int best = 0;
    boolean finite = true;
    for (int i = 0; i < count; i++) {
      float value = logits[from + i];
      finite &= Math.abs(value) <= Float.MAX_VALUE;
      if (value > logits[from + best]) {
        best = i;
      }
    }
    if (!finite) {
      throw new LeibnizException(ErrorCode.MODEL_FAILED,
          "the model's logits are not finite; its weights are damaged, or too large for the dtype");
    }
    return best;
  }

  private int draw(float[] scores, float highest) {
    double[] shares = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      shares[i] = Math.exp((scores[i] - highest) / sampling.temperature());
    }
    double least = Math.max(sampling.minP(), 1e-12);
    int[] order = IntStream.range(0, scores.length).filter(i -> shares[i] >= least).boxed()
        .sorted((a, b) -> Float.compare(scores[b], scores[a])).mapToInt(i -> i).toArray();
    int kept = sampling.topK() > 0 ? Math.min(sampling.topK(), order.length) : order.length;
    double total = 0;
    for (int i = 0; i < kept; i++) {
      total += shares[order[i]];
    }
    double within = 0;
    for (int i = 0; i < kept && sampling.topP() < 1; i++) {
      within += shares[order[i]];
      if (within >= sampling.topP() * total) {
        kept = i + 1;
        total = within;
      }
    }
    double point = next() * total;
    for (int i = 0; i < kept - 1; i++) {
      point -= shares[order[i]];
      if (point < 0) {
        return order[i];
      }
    }
    return order[kept - 1];
  }

  /** Uniform from 0 up to 1. */
  private double next() {
    long z = seed + ++drawn * 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
  }
}
