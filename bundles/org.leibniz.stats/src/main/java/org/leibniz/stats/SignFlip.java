package org.leibniz.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.leibniz.stats.internal.CounterRandom;

/**
 * The sign-flip permutation test of paired differences: under the hypothesis that it makes no difference which run is
 * which, each difference is as likely to have the other sign.
 *
 * @param p two-sided: share of sign patterns whose sum is at least as far from zero
 * @param patterns how many were looked at
 * @param exact whether these were all; else they were drawn with {@code seed} and the observed one counts as one more
 *     (Phipson and Smyth 2010), so that p is never 0
 */
public record SignFlip(double p, long patterns, boolean exact, long seed) {
  private static final int ALL_UP_TO = 16;

  public static SignFlip of(double[] differences, int patterns, long seed) {
    double[] sizes = Arrays.stream(differences).map(Math::abs).filter(size -> size > 0).sorted().toArray();
    double observed = Math.abs(Arrays.stream(differences).sum());
    // Sums of the same terms in another order differ in the last digits; such patterns count as equal.
    double threshold = observed - 1e-12 * Math.max(1, Arrays.stream(sizes).sum());
    if (sizes.length <= ALL_UP_TO) {
      return all(sizes, threshold, seed);
    }
    return drawn(sizes, threshold, patterns, seed);
  }

  private static SignFlip all(double[] sizes, double threshold, long seed) {
    long patterns = 1L << sizes.length;
    long asFar = 0;
    for (long pattern = 0; pattern < patterns; pattern++) {
      double sum = 0;
      for (int i = 0; i < sizes.length; i++) {
        sum += (pattern >> i & 1) == 0 ? sizes[i] : -sizes[i];
      }
      asFar += Math.abs(sum) >= threshold ? 1 : 0;
    }
    return new SignFlip((double) asFar / patterns, patterns, true, seed);
  }

  private static SignFlip drawn(double[] sizes, double threshold, int patterns, long seed) {
    long asFar = 0;
    for (int pattern = 0; pattern < patterns; pattern++) {
      RandomGenerator random = new CounterRandom(seed, pattern);
      asFar += Math.abs(flippedSum(sizes, random)) >= threshold ? 1 : 0;
    }
    return new SignFlip((asFar + 1.0) / (patterns + 1.0), patterns, false, seed);
  }

  /**
   * One random bit a sign, 64 to a word. Of m equal sizes only the number of positive ones matters, so a word of them is
   * counted at once.
   */
  private static double flippedSum(double[] sizes, RandomGenerator random) {
    double sum = 0;
    for (int start = 0; start < sizes.length; start += Long.SIZE) {
      int end = Math.min(start + Long.SIZE, sizes.length);
      long bits = random.nextLong();
      if (sizes[start] == sizes[end - 1]) {
        int positive = Long.bitCount(end - start == Long.SIZE ? bits : bits & (1L << (end - start)) - 1);
        sum += sizes[start] * (2.0 * positive - (end - start));
        continue;
      }
      for (int i = start; i < end; i++) {
        sum += sizes[i] * (((bits >>> (i - start) & 1) << 1) - 1);
      }
    }
    return sum;
  }
}
