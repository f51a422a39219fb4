package org.leibniz.model.djl.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Sampling;

class SamplerTest {
  private static final float[] LOGITS = {0, 3, 1, 2, -1};
  private static final int DRAWS = 20_000;

  private static double[] shares(Sampling sampling, List<Integer> before) {
    Sampler sampler = new Sampler(sampling, 7);
    double[] shares = new double[LOGITS.length];
    for (int i = 0; i < DRAWS; i++) {
      shares[sampler.choose(LOGITS, 0, LOGITS.length, before)] += 1.0 / DRAWS;
    }
    return shares;
  }

  private static double[] softmax(double temperature, int... kept) {
    double[] shares = new double[LOGITS.length];
    double total = IntStream.of(kept).mapToDouble(i -> Math.exp(LOGITS[i] / temperature)).sum();
    IntStream.of(kept).forEach(i -> shares[i] = Math.exp(LOGITS[i] / temperature) / total);
    return shares;
  }

  private static void assertClose(double[] drawn, double[] expected) {
    for (int i = 0; i < drawn.length; i++) {
      // Five standard errors of a share.
      assertThat(drawn[i]).as("token " + i).isCloseTo(expected[i], within(5 * Math.sqrt(0.25 / DRAWS)));
      assertThat(drawn[i] > 0).isEqualTo(expected[i] > 0);
    }
  }

  @Test
  void greedyTakesTheFirstOfTheMostProbable() {
    Sampler sampler = new Sampler(Sampling.GREEDY, 1);
    assertThat(sampler.choose(new float[] {9, 1, 5, 5}, 1, 3, List.of())).isEqualTo(1);
  }

  @Test
  void drawsInProportionToTheProbabilities() {
    assertClose(shares(new Sampling(1, 0, 1, 0, 1), List.of()), softmax(1, 0, 1, 2, 3, 4));
    assertClose(shares(new Sampling(0.5, 0, 1, 0, 1), List.of()), softmax(0.5, 0, 1, 2, 3, 4));
  }

  @Test
  void filtersKeepWhatTheySay() {
    assertClose(shares(new Sampling(1, 2, 1, 0, 1), List.of()), softmax(1, 1, 3));
    // 0.64, 0.24, 0.09, …: two reach 0.8.
    assertClose(shares(new Sampling(1, 0, 0.8, 0, 1), List.of()), softmax(1, 1, 3));
    // A tenth of the largest: e^-2 = 0.135 is kept, e^-3 = 0.05 is not.
    assertClose(shares(new Sampling(1, 0, 1, 0.1, 1), List.of()), softmax(1, 1, 2, 3));
    // Of the three that top-k leaves, top-p takes its share: 0.665 + 0.245 reach 0.9.
    assertClose(shares(new Sampling(1, 3, 0.9, 0, 1), List.of()), softmax(1, 1, 3));
  }

  @Test
  void aRepetitionPenaltyDividesPositiveAndMultipliesNegativeLogits() {
    Sampler sampler = new Sampler(new Sampling(0, 0, 1, 0, 2), 1);
    assertThat(sampler.choose(LOGITS, 0, LOGITS.length, List.of(1, 1, 1))).isEqualTo(3);
    float[] negative = {-1, -1.5f};
    assertThat(sampler.choose(negative, 0, 2, List.of(0))).isEqualTo(1);
  }

  @Test
  void theSameSeedGivesTheSameDraws() {
    Sampling sampling = new Sampling(1, 0, 1, 0, 1);
    Sampler one = new Sampler(sampling, 42);
    Sampler other = new Sampler(sampling, 42);
    Sampler next = new Sampler(sampling, 43);
    List<Integer> first = IntStream.range(0, 64).map(i -> one.choose(LOGITS, 0, 5, List.of())).boxed().toList();
    assertThat(IntStream.range(0, 64).map(i -> other.choose(LOGITS, 0, 5, List.of())).boxed().toList())
        .isEqualTo(first);
    assertThat(IntStream.range(0, 64).map(i -> next.choose(LOGITS, 0, 5, List.of())).boxed().toList())
        .isNotEqualTo(first);
  }

  @Test
  void logitsThatAreNoNumbersAreRefused() {
    for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      Assertions.assertThatThrownBy(() -> new Sampler(Sampling.GREEDY, 1)
          .choose(new float[] {1, wrong}, 0, 2, List.of()))
          .isInstanceOf(LeibnizException.class)
          .hasMessageContaining("not finite");
    }
  }
}
