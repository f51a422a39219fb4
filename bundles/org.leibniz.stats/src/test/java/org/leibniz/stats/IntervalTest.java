package org.leibniz.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leibniz.stats.internal.LogGamma;

class IntervalTest {
  /** Newcombe 1998, <i>Two-sided confidence intervals for the single proportion</i>, table I, method 3. */
  @Test
  void wilsonGivesNewcombesExamples() {
    assertInterval(Interval.wilson(81, 263, 0.95), 0.2553, 0.3662, 5e-5);
    assertInterval(Interval.wilson(15, 148, 0.95), 0.0624, 0.1605, 5e-5);
    assertInterval(Interval.wilson(0, 20, 0.95), 0.0000, 0.1611, 5e-5);
    assertInterval(Interval.wilson(1, 29, 0.95), 0.0061, 0.1718, 5e-5);
  }

  /** Ends found by integrating the posterior on a grid, which shares no code with the incomplete beta function. */
  @Test
  void jeffreysCutsEqualTailsFromThePosterior() {
    for (int[] trial : new int[][] {{3, 20}, {17, 20}, {45, 70}, {200, 299}}) {
      Interval interval = Interval.jeffreys(trial[0], trial[1], 0.95);
      assertThat(posteriorBelow(interval.low(), trial[0], trial[1])).isCloseTo(0.025, within(1e-6));
      assertThat(posteriorBelow(interval.high(), trial[0], trial[1])).isCloseTo(0.975, within(1e-6));
    }
    assertThat(Interval.jeffreys(0, 10, 0.95).low()).isZero();
    assertThat(Interval.jeffreys(10, 10, 0.95).high()).isOne();
  }

  @Test
  void saysWhichIntervalItIsAndUsesJeffreysBelowThreeHundred() {
    assertThat(Interval.ofShare(200, 299).method()).isEqualTo(Interval.Method.JEFFREYS);
    assertThat(Interval.ofShare(200, 300).method()).isEqualTo(Interval.Method.WILSON);
    assertThat(Interval.ofShare(0, 0).method()).isEqualTo(Interval.Method.NONE);
    assertThat(Interval.ofShare(0, 0).low()).isNaN();
  }

  @Test
  void intervalsMirrorWhenSuccessAndFailureAreExchanged() {
    for (int n : new int[] {1, 7, 70, 299, 300, 1319}) {
      for (int k = 0; k <= n; k += Math.max(1, n / 13)) {
        Interval one = Interval.ofShare(k, n);
        Interval other = Interval.ofShare(n - k, n);
        assertThat(one.low()).isCloseTo(1 - other.high(), within(1e-9));
        assertThat(one.contains((double) k / n)).isTrue();
        assertThat(one.low()).isBetween(0.0, 1.0);
        assertThat(one.high()).isBetween(0.0, 1.0);
      }
    }
  }

  /** Coverage summed exactly over all outcomes, averaged over true accuracies. */
  @Test
  void ninetyFivePercentIntervalsCoverTheTruthNinetyFivePercentOfTheTime() {
    for (int n : new int[] {20, 70, 299, 300, 1319}) {
      Interval[] intervals = new Interval[n + 1];
      for (int k = 0; k <= n; k++) {
        intervals[k] = Interval.ofShare(k, n);
      }
      double sum = 0;
      int truths = 0;
      for (double truth = 0.05; truth < 0.96; truth += 0.0131) {
        double covered = 0;
        for (int k = 0; k <= n; k++) {
          if (intervals[k].contains(truth)) {
            covered += Math.exp(LogGamma.choose(n, k) + k * Math.log(truth) + (n - k) * Math.log1p(-truth));
          }
        }
        assertThat(covered).as("n %d, truth %.3f", n, truth).isGreaterThan(0.88);
        sum += covered;
        truths++;
      }
      assertThat(sum / truths).as("mean coverage at n %d", n).isCloseTo(0.95, within(0.01));
    }
  }

  @Test
  void refusesImpossibleCounts() {
    assertThatThrownBy(() -> Interval.ofShare(5, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Interval.ofShare(-1, 4)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void proportionCarriesStandardErrorWithBesselsCorrection() {
    Proportion proportion = Proportion.of(3, 5);
    assertThat(proportion.value()).isEqualTo(0.6);
    assertThat(proportion.standardError()).isCloseTo(Mean.of(new double[] {1, 1, 1, 0, 0}).standardError(), within(1e-15));
    assertThat(Proportion.of(0, 0).value()).isNaN();
    assertThat(Proportion.of(1, 1).standardError()).isNaN();
  }

  @Test
  void boundsShowBothReadingsOfUnjudgedSamples() {
    AccuracyBounds bounds = AccuracyBounds.of(60, 80, 20);
    assertThat(bounds.allWrong()).isEqualTo(0.6);
    assertThat(bounds.leftOut()).isEqualTo(0.75);
    assertThat(AccuracyBounds.of(0, 0, 3).leftOut()).isNaN();
  }

  private static double posteriorBelow(double end, int successes, int n) {
    int steps = 200_000;
    double below = 0;
    double all = 0;
    for (int i = 0; i < steps; i++) {
      double x = (i + 0.5) / steps;
      double density = Math.exp((successes - 0.5) * Math.log(x) + (n - successes - 0.5) * Math.log1p(-x));
      all += density;
      below += density * Math.clamp(end * steps - i, 0.0, 1.0);
    }
    return below / all;
  }

  private static void assertInterval(Interval interval, double low, double high, double precision) {
    assertThat(interval.low()).isCloseTo(low, within(precision));
    assertThat(interval.high()).isCloseTo(high, within(precision));
  }
}
