package org.leibniz.stats.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DistributionsTest {
  @Test
  void logGammaGivesKnownFactorialsAndTheRootOfPi() {
    assertThat(LogGamma.of(0.5)).isCloseTo(Math.log(Math.sqrt(Math.PI)), within(1e-13));
    assertThat(LogGamma.of(1)).isCloseTo(0, within(1e-13));
    assertThat(LogGamma.factorial(10)).isCloseTo(Math.log(3_628_800), within(1e-12));
    assertThat(LogGamma.factorial(100)).isCloseTo(363.73937555556349, within(1e-10));
    assertThat(Math.exp(LogGamma.choose(52, 5))).isCloseTo(2_598_960, within(1e-3));
  }

  @Test
  void normalAgreesWithPrintedTables() {
    assertThat(NormalDistribution.cumulative(0)).isCloseTo(0.5, within(1e-15));
    assertThat(NormalDistribution.cumulative(1)).isCloseTo(0.841344746068543, within(1e-14));
    assertThat(NormalDistribution.cumulative(-3)).isCloseTo(0.00134989803163009, within(1e-15));
    assertThat(NormalDistribution.twoSided(5)).isCloseTo(5.73303143758387e-7, within(1e-18));
    assertThat(NormalDistribution.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-13));
    assertThat(NormalDistribution.quantile(0.8)).isCloseTo(0.8416212335729143, within(1e-13));
  }

  @Test
  void studentAgreesWithPrintedTables() {
    assertThat(StudentDistribution.critical(0.95, 1)).isCloseTo(12.7062047364, within(1e-8));
    assertThat(StudentDistribution.critical(0.95, 10)).isCloseTo(2.2281388520, within(1e-9));
    assertThat(StudentDistribution.critical(0.95, 1e7)).isCloseTo(1.9599642, within(1e-6));
    assertThat(StudentDistribution.twoSided(2.2281388520, 10)).isCloseTo(0.05, within(1e-9));
    assertThat(StudentDistribution.twoSided(1, 1)).isCloseTo(0.5, within(1e-13));
  }

  @Test
  void incompleteBetaHasItsClosedForms() {
    for (double x : new double[] {1e-9, 0.01, 0.3, 0.5, 0.77, 0.999}) {
      assertThat(BetaDistribution.cumulative(x, 1, 7)).isCloseTo(1 - Math.pow(1 - x, 7), within(1e-13));
      assertThat(BetaDistribution.cumulative(x, 4.5, 1)).isCloseTo(Math.pow(x, 4.5), within(1e-13));
      assertThat(BetaDistribution.cumulative(x, 0.5, 0.5))
          .isCloseTo(2 / Math.PI * Math.asin(Math.sqrt(x)), within(1e-13));
      assertThat(BetaDistribution.cumulative(x, 3, 8) + BetaDistribution.cumulative(1 - x, 8, 3))
          .isCloseTo(1, within(1e-13));
    }
    assertThat(BetaDistribution.cumulative(0.5, 2, 3)).isCloseTo(0.6875, within(1e-14));
  }

  @Test
  void betaQuantileInvertsTheDistributionAlsoForLargeShapes() {
    for (double[] shape : new double[][] {{0.5, 10.5}, {3.5, 17.5}, {1000.5, 319.5}, {120_000, 380_000}}) {
      for (double probability : new double[] {0.001, 0.025, 0.5, 0.975}) {
        double x = BetaDistribution.quantile(probability, shape[0], shape[1]);
        assertThat(BetaDistribution.cumulative(x, shape[0], shape[1])).isCloseTo(probability, within(1e-9));
      }
    }
  }

  @Test
  void binomialTailsAddUpTermByTerm() {
    double sum = 0;
    for (int k = 0; k <= 12; k++) {
      sum += Binomial.choose(30, k) * Math.pow(0.4, k) * Math.pow(0.6, 30 - k);
      assertThat(Binomial.cumulative(k, 30, 0.4)).isCloseTo(sum, within(1e-12));
    }
    assertThat(Binomial.cumulative(-1, 30, 0.4)).isZero();
    assertThat(Binomial.cumulative(30, 30, 0.4)).isOne();
  }

  @Test
  void binomialSamplerFollowsTheDistributionInBothOfItsMethods() {
    for (double[] trial : new double[][] {{40, 0.1}, {1319, 0.82}, {5000, 0.3}, {25, 0.5}}) {
      int n = (int) trial[0];
      double p = trial[1];
      int draws = 100_000;
      int[] counts = new int[n + 1];
      CounterRandom random = new CounterRandom(7, n);
      for (int i = 0; i < draws; i++) {
        counts[BinomialSampler.draw(n, p, random)]++;
      }
      double largest = 0;
      long below = 0;
      for (int k = 0; k <= n; k++) {
        below += counts[k];
        largest = Math.max(largest, Math.abs(below / (double) draws - Binomial.cumulative(k, n, p)));
      }
      // Kolmogorov's bound at a chance of one in a million: 2.69 / sqrt(draws).
      assertThat(largest).as("n %d, p %s", n, p).isLessThan(2.69 / Math.sqrt(draws));
    }
  }

  @Test
  void streamsOfOneSeedAreReproducibleAndDiffer() {
    assertThat(new CounterRandom(1, 2).nextLong()).isEqualTo(new CounterRandom(1, 2).nextLong());
    assertThat(new CounterRandom(1, 2).nextLong()).isNotEqualTo(new CounterRandom(1, 3).nextLong());
    assertThat(new CounterRandom(1, 2).nextLong()).isNotEqualTo(new CounterRandom(2, 2).nextLong());
  }
}
