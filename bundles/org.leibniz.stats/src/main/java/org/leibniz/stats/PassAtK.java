package org.leibniz.stats;

import java.util.OptionalDouble;

/** Unbiased estimates of what k samples of one problem achieve, from n samples of which c are correct. */
public final class PassAtK {
  private PassAtK() {}

  /**
   * pass@k, the chance that at least one of k samples is correct: {@code 1 − C(n−c, k) / C(n, k)} in product form (Chen et
   * al. 2021, arXiv 2107.03374, equation 1). Empty where {@code n < k}: there it is not known, and not 1.
   */
  public static OptionalDouble any(int n, int c, int k) {
    if (undefined(n, c, k)) {
      return OptionalDouble.empty();
    }
    if (n - c < k) {
      return OptionalDouble.of(1);
    }
    double none = 1;
    for (int i = n - c + 1; i <= n; i++) {
      none *= 1 - (double) k / i;
    }
    return OptionalDouble.of(1 - none);
  }

  /** pass^k, the chance that all of k samples are correct: {@code C(c, k) / C(n, k)}. Empty where {@code n < k}. */
  public static OptionalDouble all(int n, int c, int k) {
    if (undefined(n, c, k)) {
      return OptionalDouble.empty();
    }
    double all = 1;
    for (int i = 0; i < k; i++) {
      all *= Math.max(0, c - i) / (double) (n - i);
    }
    return OptionalDouble.of(all);
  }

  private static boolean undefined(int n, int c, int k) {
    if (k < 1 || c < 0 || n < c) {
      throw new IllegalArgumentException("k = " + k + ", " + c + " correct of " + n);
    }
    return n < k;
  }
}
