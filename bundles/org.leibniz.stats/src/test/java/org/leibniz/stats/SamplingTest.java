package org.leibniz.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.leibniz.stats.internal.CounterRandom;

class SamplingTest {
  @Test
  void passAtKCountsSubsetsWithACorrectSample() {
    assertThat(PassAtK.any(5, 2, 3)).hasValue(0.9);
    assertThat(PassAtK.any(200, 200, 100)).hasValue(1);
    assertThat(PassAtK.any(200, 0, 100)).hasValue(0);
    assertThat(PassAtK.any(10, 3, 1).getAsDouble()).isCloseTo(0.3, within(1e-15));
    assertThat(PassAtK.all(5, 3, 2).getAsDouble()).isCloseTo(0.3, within(1e-15));
    assertThat(PassAtK.all(5, 1, 2)).hasValue(0);
  }

  @Test
  void passAtKIsUndefinedWithFewerThanKSamples() {
    assertThat(PassAtK.any(4, 4, 5)).isEmpty();
    assertThat(PassAtK.all(4, 4, 5)).isEmpty();
  }

  @Test
  void majorityIsTheExpectationOverAllSubsets() {
    CounterRandom random = new CounterRandom(11, 0);
    for (int trial = 0; trial < 200; trial++) {
      int groups = 1 + random.nextInt(4);
      List<Integer> sizes = new ArrayList<>();
      List<Boolean> correct = new ArrayList<>();
      for (int i = 0; i < groups; i++) {
        sizes.add(1 + random.nextInt(3));
        correct.add(random.nextInt(3) == 0);
      }
      AnswerGroups answers = new AnswerGroups(sizes, correct, random.nextInt(3));
      for (int k = 1; k <= answers.samples(); k++) {
        MajorityAtK majority = MajorityAtK.of(answers, k, 0).orElseThrow();
        assertThat(majority.exact()).isTrue();
        assertThat(majority.value()).as("%s, k %d", answers, k).isCloseTo(byEnumeration(answers, k), within(1e-12));
      }
    }
  }

  @Test
  void majorityOfOneIsAccuracyAndTiesAreShared() {
    AnswerGroups groups = new AnswerGroups(List.of(3, 2), List.of(true, false), 1);
    assertThat(MajorityAtK.of(groups, 1, 0).orElseThrow().value()).isCloseTo(0.5, within(1e-15));
    AnswerGroups tie = new AnswerGroups(List.of(2, 2), List.of(true, false), 0);
    assertThat(MajorityAtK.of(tie, 4, 0).orElseThrow().value()).isEqualTo(0.5);
    assertThat(MajorityAtK.of(tie, 5, 0)).isEmpty();
  }

  @Test
  void drawnSubsetsAgreeWithTheExactExpectation() {
    AnswerGroups groups = new AnswerGroups(List.of(20, 15, 10, 5, 1, 1, 1), List.of(false, true, false, true, false, false, false), 11);
    double exact = MajorityAtK.of(groups, 16, 0).orElseThrow().value();
    assertThat(MajorityAtK.drawn(groups, 16, 40_000, 3).value()).isCloseTo(exact, within(0.01));
  }

  @Test
  void hugeSampleCountsAreDrawnAndSaySo() {
    AnswerGroups groups = new AnswerGroups(List.of(3000, 2000), List.of(true, false), 0);
    MajorityAtK majority = MajorityAtK.of(groups, 2001, 0).orElseThrow();
    assertThat(majority.exact()).isFalse();
    assertThat(majority.value()).isCloseTo(1, within(1e-3));
  }

  @Test
  void answersAreGroupedByTheGradersEquality() {
    List<Optional<String>> answers =
        List.of(Optional.of("0.5"), Optional.of("1/2"), Optional.empty(), Optional.of("2"), Optional.of(".5"));
    AnswerGroups groups = AnswerGroups.of(answers, (a, b) -> value(a) == value(b), answer -> value(answer) == 0.5);
    assertThat(groups).isEqualTo(new AnswerGroups(List.of(3, 1), List.of(true, false), 1));
  }

  @Test
  void bootstrapOfAShareAgreesWithItsStandardError() {
    double[] values = new double[1319];
    java.util.Arrays.fill(values, 0, 1117, 1);
    Bootstrap bootstrap = Bootstrap.mean(values, Bootstrap.RESAMPLES, 42);
    Proportion proportion = Proportion.of(1117, 1319);

    assertThat(bootstrap.value()).isCloseTo(proportion.value(), within(1e-15));
    assertThat(bootstrap.standardError()).isCloseTo(proportion.standardError(), within(3e-4));
    assertThat(bootstrap.interval().low()).isCloseTo(proportion.interval().low(), within(3e-3));
    assertThat(bootstrap.resamples()).isEqualTo(10_000);
  }

  @Test
  void bothWaysOfResamplingAMeanAgree() {
    double[] few = new double[500];
    double[] many = new double[500];
    for (int i = 0; i < few.length; i++) {
      few[i] = i % 5;
      many[i] = few[i] + i * 1e-9;
    }
    Bootstrap multinomial = Bootstrap.mean(few, 20_000, 1);
    Bootstrap drawn = Bootstrap.mean(many, 20_000, 1);
    Bootstrap general = Bootstrap.of(500, indices -> java.util.Arrays.stream(indices).mapToDouble(i -> few[i]).average().orElseThrow(), 20_000, 1);

    double expected = Math.sqrt(2.0 / 500);
    assertThat(multinomial.standardError()).isCloseTo(expected, within(1e-3));
    assertThat(drawn.standardError()).isCloseTo(expected, within(1e-3));
    assertThat(general.standardError()).isCloseTo(expected, within(1e-3));
    assertThat(drawn.interval().low()).isCloseTo(multinomial.interval().low(), within(5e-3));
  }

  @Test
  void bootstrapIsReproducibleBySeed() {
    double[] values = new CounterRandom(1, 1).doubles(999).toArray();
    assertThat(Bootstrap.mean(values, 1000, 7)).isEqualTo(Bootstrap.mean(values, 1000, 7));
    assertThat(Bootstrap.mean(values, 1000, 7)).isNotEqualTo(Bootstrap.mean(values, 1000, 8));
  }

  @Test
  void bootstrapOverClustersKeepsThemTogether() {
    double[] values = new double[400];
    List<String> cluster = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 10 % 2;
      cluster.add("c" + i / 10);
    }
    double clustered = Bootstrap.clusteredMean(values, cluster, 10_000, 0).standardError();
    assertThat(clustered).isCloseTo(ClusteredMean.of(values, cluster).standardError(), within(4e-3));
    assertThat(clustered).isGreaterThan(2.5 * Bootstrap.mean(values, 10_000, 0).standardError());
  }

  private static double byEnumeration(AnswerGroups groups, int k) {
    List<Integer> votes = new ArrayList<>(Collections.nCopies(groups.silent(), -1));
    for (int i = 0; i < groups.sizes().size(); i++) {
      votes.addAll(Collections.nCopies(groups.sizes().get(i), i));
    }
    double sum = 0;
    int subsets = 0;
    for (int subset = 0; subset < 1 << votes.size(); subset++) {
      if (Integer.bitCount(subset) != k) {
        continue;
      }
      int[] counts = new int[groups.sizes().size()];
      for (int i = 0; i < votes.size(); i++) {
        if ((subset >> i & 1) == 1 && votes.get(i) >= 0) {
          counts[votes.get(i)]++;
        }
      }
      int most = java.util.Arrays.stream(counts).max().orElse(0);
      int tied = 0;
      int right = 0;
      for (int i = 0; i < counts.length; i++) {
        tied += counts[i] == most && most > 0 ? 1 : 0;
        right += counts[i] == most && most > 0 && groups.correct().get(i) ? 1 : 0;
      }
      sum += tied == 0 ? 0 : (double) right / tied;
      subsets++;
    }
    return sum / subsets;
  }

  private static double value(String written) {
    String[] parts = written.split("/");
    return parts.length == 2
        ? Double.parseDouble(parts[0]) / Double.parseDouble(parts[1])
        : Double.parseDouble(written);
  }
}
