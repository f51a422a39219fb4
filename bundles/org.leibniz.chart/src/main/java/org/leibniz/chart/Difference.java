package org.leibniz.chart;

import org.leibniz.stats.PairedComparison;
import org.leibniz.stats.PairedVerdict;
import org.leibniz.stats.SubjectComparison;

/**
 * One row of a forest plot: what a run gains on another, in accuracy from −1 to 1.
 *
 * @param label a subject, or a run that is compared with the first
 * @param accuracyA of the run compared with; NaN where it is not to be shown
 * @param accuracyB of the run itself
 * @param n problems compared
 * @param p of the test that the verdict rests on, adjusted for many rows where {@code overall} is false
 * @param overall whether this row sums up the others: drawn last, as a diamond
 */
public record Difference(
    String label,
    double accuracyA,
    double accuracyB,
    double delta,
    double low,
    double high,
    long n,
    double p,
    PairedVerdict verdict,
    boolean overall) {
  /** The comparison of all problems. */
  public static Difference overall(String label, PairedComparison comparison) {
    return of(label, comparison, comparison.testP(), comparison.verdict(), true);
  }

  /** The comparison within one subject, with its adjusted p-value. */
  public static Difference of(SubjectComparison row) {
    return of(row.subject(), row.comparison(), row.adjustedP(), row.verdict(), false);
  }

  /** A row by itself; the caller has adjusted {@code p} where there are several. */
  public static Difference of(
      String label, PairedComparison comparison, double p, PairedVerdict verdict, boolean overall) {
    return new Difference(
        label,
        comparison.accuracyA(),
        comparison.accuracyB(),
        comparison.delta(),
        comparison.low(),
        comparison.high(),
        comparison.n(),
        p,
        verdict,
        overall);
  }

  /** The same numbers under another label. */
  public Difference withLabel(String other) {
    return new Difference(other, accuracyA, accuracyB, delta, low, high, n, p, verdict, overall);
  }
}
