package org.leibniz.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leibniz.stats.internal.CounterRandom;

class RepeatsTest {
  @Test
  void oneSampleAProblemIsTheOrdinaryShare() {
    List<double[]> grades = new ArrayList<>(Collections.nCopies(30, new double[] {1}));
    grades.addAll(Collections.nCopies(20, new double[] {0}));

    Repeats repeats = Repeats.of(grades);

    assertThat(repeats.standardError()).isCloseTo(Proportion.of(30, 50).standardError(), within(1e-15));
    assertThat(repeats.interval()).isEqualTo(Interval.ofShare(30, 50));
    assertThat(repeats.within()).isNaN();
  }

  @Test
  void copiesOfASampleDoNotMakeTheErrorSmaller() {
    List<double[]> once = new ArrayList<>();
    List<double[]> eightTimes = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      double grade = i % 3 == 0 ? 1 : 0;
      once.add(new double[] {grade});
      double[] copies = new double[8];
      java.util.Arrays.fill(copies, grade);
      eightTimes.add(copies);
    }

    assertThat(Repeats.of(eightTimes).standardError()).isEqualTo(Repeats.of(once).standardError());
    assertThat(Repeats.of(eightTimes).interval().low())
        .isCloseTo(Repeats.of(once).interval().low(), within(1e-12));
    assertThat(Repeats.of(eightTimes).within()).isZero();
  }

  @Test
  void splitsVarianceIntoBetweenAndWithinProblems() {
    int problems = 4000;
    int k = 6;
    List<double[]> grades = new ArrayList<>();
    CounterRandom random = new CounterRandom(5, 0);
    for (int i = 0; i < problems; i++) {
      double truth = random.nextDouble();
      double[] own = new double[k];
      for (int j = 0; j < k; j++) {
        own[j] = random.nextDouble() < truth ? 1 : 0;
      }
      grades.add(own);
    }

    Repeats repeats = Repeats.of(grades);

    // For a uniform chance of success: variance 1/12 between problems, and E[p(1 − p)] = 1/6 within.
    assertThat(repeats.between()).isCloseTo(1.0 / 12, within(0.005));
    assertThat(repeats.within()).isCloseTo(1.0 / 6, within(0.005));
    assertThat(repeats.standardError()).isCloseTo(Math.sqrt((1.0 / 12 + 1.0 / 6 / k) / problems), within(2e-4));
    assertThat(repeats.standardErrorInfinite()).isCloseTo(Math.sqrt(1.0 / 12 / problems), within(2e-4));
    assertThat(repeats.interval().method()).isEqualTo(Interval.Method.WILSON);
    assertThat(repeats.interval().high() - repeats.value()).isCloseTo(1.96 * repeats.standardError(), within(2e-4));
  }

  @Test
  void staysInsideZeroAndOneWhereEverythingIsRight() {
    Repeats repeats = Repeats.of(Collections.nCopies(20, new double[] {1, 1, 1, 1}));
    assertThat(repeats.interval().high()).isOne();
    assertThat(repeats.interval().low()).isEqualTo(Interval.ofShare(20, 20).low());
  }

  @Test
  void clustersOfOneAreIndependentAndCopiesCountOnce() {
    double[] values = {1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 1};
    List<String> alone = new ArrayList<>();
    double[] doubled = new double[values.length * 2];
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      alone.add("c" + i);
      doubled[2 * i] = values[i];
      doubled[2 * i + 1] = values[i];
      pairs.add("c" + i);
      pairs.add("c" + i);
    }
    double independent = Mean.of(values).standardError();

    assertThat(ClusteredMean.of(values, alone).standardError()).isCloseTo(independent, within(1e-15));
    assertThat(ClusteredMean.of(values, alone).designEffect()).isCloseTo(1, within(1e-12));
    assertThat(ClusteredMean.of(doubled, pairs).standardError()).isCloseTo(independent, within(1e-15));
  }

  @Test
  void refusesOneClusterAndWarnsBelowTen() {
    double[] values = {1, 0, 1, 0};
    assertThatThrownBy(() -> ClusteredMean.of(values, List.of("a", "a", "a", "a")))
        .hasMessageContaining("at least 2 clusters");
    assertThat(ClusteredMean.of(values, List.of("a", "a", "b", "b")).fewClusters()).isTrue();
  }

  @Test
  void programsOfOneProblemAreACluster() {
    List<long[]> single = new ArrayList<>();
    List<long[]> fourfold = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      long success = i % 4 == 0 ? 0 : 1;
      single.add(new long[] {success, 1});
      fourfold.add(new long[] {4 * success, 4});
    }
    RatioOfTotals once = RatioOfTotals.of(single);
    RatioOfTotals copies = RatioOfTotals.of(fourfold);

    assertThat(once.standardError()).isCloseTo(Proportion.of(300, 400).standardError(), within(1e-15));
    assertThat(once.interval().low()).isCloseTo(Interval.ofShare(300, 400).low(), within(1e-9));
    assertThat(copies.total()).isEqualTo(1600);
    assertThat(copies.standardError()).isCloseTo(once.standardError(), within(1e-15));
    assertThat(copies.interval().low()).isCloseTo(once.interval().low(), within(1e-9));
    assertThat(RatioOfTotals.of(List.of()).value()).isNaN();
  }
}
