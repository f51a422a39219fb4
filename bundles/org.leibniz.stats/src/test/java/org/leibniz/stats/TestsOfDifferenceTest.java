package org.leibniz.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TestsOfDifferenceTest {
  /** Darwin's maize in eighths of an inch, as tested in Fisher 1935, <i>The Design of Experiments</i>, section 21. */
  private static final double[] DARWIN = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

  @Test
  void signFlipGivesFishersCountForDarwinsMaize() {
    SignFlip test = SignFlip.of(DARWIN, 10_000, 0);

    assertThat(test.exact()).isTrue();
    assertThat(test.patterns()).isEqualTo(32_768);
    assertThat(test.p()).isEqualTo(1726.0 / 32_768);
  }

  @Test
  void drawnPatternsAgreeWithAllPatterns() {
    double[] twice = Arrays.copyOf(DARWIN, 30);
    System.arraycopy(new double[] {3, -3, 3, 1, 1, -1, 2, 9, -4, 7, 7, 5, -6, 8, 2}, 0, twice, 15, 15);
    SignFlip one = SignFlip.of(twice, 50_000, 1);
    SignFlip other = SignFlip.of(twice, 50_000, 2);

    assertThat(one.exact()).isFalse();
    assertThat(one.p()).isCloseTo(other.p(), within(0.01)).isPositive();
    assertThat(SignFlip.of(twice, 50_000, 1)).isEqualTo(one);
  }

  @Test
  void signFlipOfUnitDifferencesIsMcNemar() {
    double[] differences = new double[60];
    Arrays.fill(differences, 0, 38, 1);
    Arrays.fill(differences, 38, 60, -1);

    assertThat(SignFlip.of(differences, 200_000, 5).p()).isCloseTo(McNemar.exact(38, 22), within(0.003));
  }

  @Test
  void mcNemarDoublesTheSmallerTail() {
    assertThat(McNemar.exact(8, 1)).isCloseTo(20.0 / 512, within(1e-15));
    assertThat(McNemar.exact(0, 5)).isCloseTo(2.0 / 32, within(1e-15));
    assertThat(McNemar.exact(4, 4)).isOne();
    assertThat(McNemar.exact(0, 0)).isOne();
    assertThat(McNemar.exact(100_000, 100_000)).isOne();
  }

  @Test
  void holmAndBenjaminiHochbergAdjustInTheOrderOfTheirArgument() {
    double[] p = {0.01, 0.04, 0.03, 0.005};
    assertThat(ManyComparisons.holm(p)).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    assertThat(ManyComparisons.benjaminiHochberg(p)).containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-15));
  }

  /** Benjamini and Hochberg 1995, section 3: fifteen p-values, of which their procedure finds four and Bonferroni three. */
  @Test
  void findsFourOfBenjaminiAndHochbergsFifteenAndThreeWithHolm() {
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000
    };
    assertThat(Arrays.stream(ManyComparisons.benjaminiHochberg(p)).filter(q -> q <= 0.05).count()).isEqualTo(4);
    assertThat(Arrays.stream(ManyComparisons.holm(p)).filter(q -> q <= 0.05).count()).isEqualTo(3);
  }

  @Test
  void undefinedComparisonsDoNotCount() {
    double[] adjusted = ManyComparisons.holm(new double[] {Double.NaN, 0.02, 0.5});
    assertThat(adjusted[0]).isNaN();
    assertThat(adjusted[1]).isEqualTo(0.04);
  }
}
