package org.leibniz.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.leibniz.stats.internal.CounterRandom;

class PairedComparisonTest {
  @Test
  void comparesOnTheIntersectionAndCountsWhatItDrops() {
    Map<String, Double> a = Map.of("1", 1.0, "2", 0.0, "3", 1.0, "only a", 1.0);
    Map<String, Double> b = Map.of("1", 1.0, "2", 1.0, "3", 1.0, "only b", 0.0, "also b", 0.0);

    PairedComparison comparison = PairedComparison.of(a, b);

    assertThat(comparison.n()).isEqualTo(3);
    assertThat(comparison.droppedA()).isEqualTo(1);
    assertThat(comparison.droppedB()).isEqualTo(2);
    assertThat(comparison.accuracyA()).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(comparison.accuracyB()).isOne();
    assertThat(comparison.gained()).isOne();
    assertThat(comparison.lost()).isZero();
    assertThat(comparison.verdict()).isEqualTo(PairedVerdict.INCONCLUSIVE);
  }

  @Test
  void swappingTheRunsMirrorsEveryNumber() {
    Map<String, Double> a = run(400, 0.7, 1);
    Map<String, Double> b = run(400, 0.8, 2);

    PairedComparison there = PairedComparison.of(a, b);
    PairedComparison back = PairedComparison.of(b, a);

    assertThat(back.delta()).isCloseTo(-there.delta(), within(1e-15));
    assertThat(back.low()).isCloseTo(-there.high(), within(1e-12));
    assertThat(back.gained()).isEqualTo(there.lost());
    assertThat(back.p()).isCloseTo(there.p(), within(1e-12));
    assertThat(back.mcnemarP()).isCloseTo(there.mcnemarP(), within(1e-12));
    assertThat(there.verdict()).isEqualTo(PairedVerdict.BETTER);
    assertThat(back.verdict()).isEqualTo(PairedVerdict.WORSE);
  }

  @Test
  void pairingRemovesWhatTheRunsHaveInCommon() {
    Map<String, Double> a = run(1000, 0.6, 3);
    Map<String, Double> b = new HashMap<>(a);
    a.keySet().stream().sorted().filter(id -> a.get(id) == 0).limit(20).forEach(id -> b.put(id, 1.0));

    PairedComparison comparison = PairedComparison.of(a, b);

    assertThat(comparison.se()).isLessThan(comparison.unpairedSe() / 4);
    assertThat(comparison.correlation()).isGreaterThan(0.9);
    assertThat(comparison.verdict()).isEqualTo(PairedVerdict.BETTER);
    assertThat(comparison.unpairedP()).isGreaterThan(0.05);
  }

  @Test
  void equalRunsAreInconclusiveWithAnIntervalThatDoesNotCollapse() {
    for (int n : new int[] {1, 10, 5000}) {
      PairedComparison comparison = PairedComparison.of(run(n, 0.5, 4), run(n, 0.5, 4));
      assertThat(comparison.delta()).isZero();
      assertThat(comparison.mcnemarP()).isOne();
      assertThat(comparison.verdict()).isEqualTo(PairedVerdict.INCONCLUSIVE);
      assertThat(comparison.low()).isNegative();
      assertThat(comparison.high()).isPositive();
      assertThat(comparison.minimumDetectable()).isPositive();
    }
  }

  @Test
  void gradedValuesAreTestedBySignFlipsAndHaveNoMcNemar() {
    Map<String, Double> a = Map.of("1", 0.25, "2", 0.5, "3", 0.75);
    Map<String, Double> b = Map.of("1", 0.5, "2", 0.75, "3", 1.0);

    PairedComparison comparison = PairedComparison.of(a, b);

    assertThat(comparison.mcnemarP()).isNaN();
    assertThat(comparison.permutationP()).isEqualTo(2.0 / 8);
    assertThat(comparison.p()).isEqualTo(2.0 / 8);
    assertThat(comparison.verdict()).isEqualTo(PairedVerdict.INCONCLUSIVE);
  }

  @Test
  void refusesRunsWithoutACommonProblem() {
    assertThatThrownBy(() -> PairedComparison.of(Map.of("1", 1.0), Map.of("2", 1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no problem in common");
  }

  /** Miller 2024 asks for this of any interval: that it covers the truth as often as it says, here for n on both sides of 300. */
  @Test
  void intervalsCoverTheTrueDifferenceAndFalseFindingsAreRare() {
    for (int n : new int[] {40, 150, 600}) {
      int trials = 2000;
      int covered = 0;
      int found = 0;
      for (int trial = 0; trial < trials; trial++) {
        CounterRandom random = new CounterRandom(n, trial);
        Map<String, Double> a = new HashMap<>();
        Map<String, Double> b = new HashMap<>();
        Map<String, Double> same = new HashMap<>();
        for (int i = 0; i < n; i++) {
          double hardness = random.nextDouble();
          a.put("p" + i, hardness + 0.4 * random.nextDouble() < 0.8 ? 1.0 : 0.0);
          same.put("p" + i, hardness + 0.4 * random.nextDouble() < 0.8 ? 1.0 : 0.0);
          b.put("p" + i, hardness + 0.4 * random.nextDouble() < 0.9 ? 1.0 : 0.0);
        }
        covered += PairedComparison.of(a, b).interval().contains(0.1) ? 1 : 0;
        found += PairedComparison.of(a, same).verdict() == PairedVerdict.INCONCLUSIVE ? 0 : 1;
      }
      assertThat(covered / (double) trials).as("coverage at n %d", n).isBetween(0.93, 0.985);
      assertThat(found / (double) trials).as("false findings at n %d", n).isLessThan(0.05);
    }
  }

  @Test
  void minimumDetectableEffectIsFoundEightTimesInTen() {
    int n = 1000;
    double effect = Power.minimumDetectable(0.2, n);
    int trials = 1000;
    int found = 0;
    for (int trial = 0; trial < trials; trial++) {
      CounterRandom random = new CounterRandom(99, trial);
      int gained = 0;
      int lost = 0;
      for (int i = 0; i < n; i++) {
        double draw = random.nextDouble();
        gained += draw < 0.1 + effect / 2 ? 1 : 0;
        lost += draw >= 0.1 + effect / 2 && draw < 0.2 ? 1 : 0;
      }
      double delta = (gained - lost) / (double) n;
      double se = Math.sqrt(((gained + lost) / (double) n - delta * delta) / (n - 1));
      found += Interval.student(delta, se, n - 1.0, 0.95).low() > 0 ? 1 : 0;
    }
    assertThat(found / (double) trials).isCloseTo(0.8, within(0.04));
    assertThat(Power.problemsNeeded(effect, 0.2)).isCloseTo(n, within(1L));
  }

  @Test
  void subjectsAreAdjustedForBeingMany() {
    Map<String, Double> a = new TreeMap<>();
    Map<String, Double> b = new TreeMap<>();
    Map<String, String> subjects = new HashMap<>();
    for (int i = 0; i < 90; i++) {
      String id = "p" + i;
      subjects.put(id, "subject " + i % 3);
      a.put(id, i < 45 ? 1.0 : 0.0);
      b.put(id, i < 45 || (i % 3 == 0 && i < 72) ? 1.0 : 0.0);
    }

    List<SubjectComparison> rows = SubjectComparison.of(a, b, subjects, SubjectComparison.Correction.HOLM);

    assertThat(rows).extracting(SubjectComparison::subject).containsExactly("subject 0", "subject 1", "subject 2");
    assertThat(rows.getFirst().comparison().gained()).isEqualTo(9);
    assertThat(rows.getFirst().adjustedP()).isCloseTo(3 * 2 * Math.pow(0.5, 9), within(1e-12));
    assertThat(rows.getFirst().verdict()).isEqualTo(PairedVerdict.BETTER);
    assertThat(rows.get(1).adjustedP()).isOne();
  }

  private static Map<String, Double> run(int n, double accuracy, long seed) {
    CounterRandom random = new CounterRandom(seed, 0);
    Map<String, Double> grades = new HashMap<>();
    for (int i = 0; i < n; i++) {
      grades.put("p" + i, random.nextDouble() < accuracy ? 1.0 : 0.0);
    }
    return grades;
  }
}
