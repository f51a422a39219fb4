package org.leibniz.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/** p-values adjusted for being one of many; each function keeps the order of its argument and passes NaN through. */
public final class ManyComparisons {
  private ManyComparisons() {}

  /** Holm 1979: controls the chance of any false finding, whatever the dependence. */
  public static double[] holm(double[] p) {
    int[] order = ascending(p);
    double[] adjusted = filled(p.length);
    double largest = 0;
    for (int i = 0; i < order.length; i++) {
      largest = Math.max(largest, Math.min(1, (order.length - i) * p[order[i]]));
      adjusted[order[i]] = largest;
    }
    return adjusted;
  }

  /** Benjamini and Hochberg 1995: controls the expected share of false findings among the findings. */
  public static double[] benjaminiHochberg(double[] p) {
    int[] order = ascending(p);
    double[] adjusted = filled(p.length);
    double smallest = 1;
    for (int i = order.length - 1; i >= 0; i--) {
      smallest = Math.min(smallest, p[order[i]] * order.length / (i + 1));
      adjusted[order[i]] = smallest;
    }
    return adjusted;
  }

  private static int[] ascending(double[] p) {
    return IntStream.range(0, p.length)
        .filter(i -> !Double.isNaN(p[i]))
        .boxed()
        .sorted((i, j) -> Double.compare(p[i], p[j]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double[] filled(int n) {
    double[] values = new double[n];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}
