package org.leibniz.stats;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.leibniz.stats.internal.BinomialSampler;
import org.leibniz.stats.internal.CounterRandom;

/**
 * The nonparametric bootstrap over problems, or over clusters of them, for what has no closed form (Efron 1979): percentile
 * interval and standard error. Resample r depends on (seed, r) alone, so results do not depend on threads.
 *
 * @param value of the observations themselves
 * @param standardError standard deviation over resamples
 * @param interval percentiles 2.5 and 97.5 of the resamples, interpolated
 */
public record Bootstrap(double value, double standardError, Interval interval, int resamples, long seed) {
  public static final int RESAMPLES = 10_000;

  private static final int FEW_VALUES = 32;
  private static final int SHORT_INDEX = 1 << 13;

  /**
   * Of a mean. How often each of a few different values (grades 0 and 1, differences −1, 0 and 1) comes up in a resample is
   * multinomial, and drawn as such: the same distribution as drawing problems one by one, at a fraction of the cost.
   */
  public static Bootstrap mean(double[] values, int resamples, long seed) {
    check(values.length, resamples);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] distinct = Arrays.stream(sorted).distinct().limit(FEW_VALUES + 1L).toArray();
    if (distinct.length > FEW_VALUES) {
      return of(Mean.mean(values), resamples, seed, random -> resampledMean(values, random));
    }
    int[] counts = new int[distinct.length];
    for (double value : values) {
      counts[Arrays.binarySearch(distinct, value)]++;
    }
    int n = values.length;
    return of(Mean.mean(values), resamples, seed, random -> multinomialMean(distinct, counts, n, random));
  }

  /** Of a mean, with whole clusters drawn: their numbers of problems vary from resample to resample. */
  public static Bootstrap clusteredMean(double[] values, List<String> cluster, int resamples, long seed) {
    check(values.length, resamples);
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      double[] sum = sums.computeIfAbsent(cluster.get(i), name -> new double[2]);
      sum[0] += values[i];
      sum[1]++;
    }
    double[][] clusters = sums.values().toArray(double[][]::new);
    return of(
        Mean.mean(values),
        resamples,
        seed,
        random -> {
          double total = 0;
          double size = 0;
          for (int i = 0; i < clusters.length; i++) {
            double[] drawn = clusters[random.nextInt(clusters.length)];
            total += drawn[0];
            size += drawn[1];
          }
          return total / size;
        });
  }

  /**
   * Of anything.
   *
   * @param n number of problems
   * @param statistic of a list of problem indices, with repetitions; called from several threads, with an array that it must
   *     not keep
   */
  public static Bootstrap of(int n, ToDoubleFunction<int[]> statistic, int resamples, long seed) {
    check(n, resamples);
    return of(
        statistic.applyAsDouble(IntStream.range(0, n).toArray()),
        resamples,
        seed,
        random -> {
          int[] indices = new int[n];
          for (int i = 0; i < n; i++) {
            indices[i] = random.nextInt(n);
          }
          return statistic.applyAsDouble(indices);
        });
  }

  private static Bootstrap of(double value, int resamples, long seed, ToDoubleFunction<CounterRandom> resample) {
    double[] results =
        IntStream.range(0, resamples)
            .parallel()
            .mapToDouble(r -> resample.applyAsDouble(new CounterRandom(seed, r)))
            .toArray();
    Mean mean = Mean.of(results);
    Arrays.sort(results);
    double tail = (1 - Interval.LEVEL) / 2;
    Interval interval =
        new Interval(
            percentile(results, tail), percentile(results, 1 - tail), Interval.LEVEL, Interval.Method.BOOTSTRAP);
    return new Bootstrap(value, Math.sqrt(mean.variance()), interval, resamples, seed);
  }

  private static double multinomialMean(double[] distinct, int[] counts, int n, CounterRandom random) {
    double sum = 0;
    int left = n;
    int among = n;
    for (int i = 0; i < distinct.length && left > 0; i++) {
      int drawn = counts[i] == among ? left : BinomialSampler.draw(left, (double) counts[i] / among, random);
      sum += drawn * distinct[i];
      left -= drawn;
      among -= counts[i];
    }
    return sum / n;
  }

  /**
   * Draws problems one by one. Up to {@value #SHORT_INDEX} problems an index takes 16 random bits, made uniform by rejecting
   * the few products that would favour some (Lemire 2019); above, it takes 32, and no index is favoured by more than n / 2³².
   */
  private static double resampledMean(double[] values, CounterRandom random) {
    int n = values.length;
    return (n <= SHORT_INDEX ? shortSum(values, random) : longSum(values, random)) / n;
  }

  private static double shortSum(double[] values, CounterRandom random) {
    int n = values.length;
    int rejected = 0x10000 % n;
    double sum = 0;
    int left = n;
    for (; left >= 4; left -= 4) {
      long bits = random.nextLong();
      int a = (int) (bits >>> 48) * n;
      int b = (int) (bits >>> 32 & 0xFFFF) * n;
      int c = (int) (bits >>> 16 & 0xFFFF) * n;
      int d = (int) (bits & 0xFFFF) * n;
      if ((a & 0xFFFF) < rejected || (b & 0xFFFF) < rejected || (c & 0xFFFF) < rejected || (d & 0xFFFF) < rejected) {
        left += 4;
        continue;
      }
      sum += (values[a >>> 16] + values[b >>> 16]) + (values[c >>> 16] + values[d >>> 16]);
    }
    for (; left > 0; left--) {
      sum += values[random.nextInt(n)];
    }
    return sum;
  }

  private static double longSum(double[] values, CounterRandom random) {
    int n = values.length;
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < n; i += 2) {
      long bits = random.nextLong();
      even += values[(int) ((bits >>> 32) * n >>> 32)];
      odd += values[(int) ((bits & 0xFFFFFFFFL) * n >>> 32)];
    }
    return i < n ? even + odd + values[random.nextInt(n)] : even + odd;
  }

  private static double percentile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static void check(int n, int resamples) {
    if (n < 1 || resamples < 2) {
      throw new IllegalArgumentException(resamples + " resamples of " + n + " observations");
    }
  }
}
