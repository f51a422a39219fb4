package org.leibniz.stats;

import java.util.Map;
import org.leibniz.stats.internal.NormalDistribution;
import org.leibniz.stats.internal.StudentDistribution;

/**
 * Run B against run A on the problems that both have, by the differences per problem (Miller 2024, arXiv 2411.00640,
 * section 3.2). Every difference is B − A.
 *
 * @param n problems compared
 * @param droppedA problems that only run A has
 * @param droppedB problems that only run B has
 * @param accuracyA over the problems compared
 * @param delta {@code accuracyB − accuracyA}
 * @param se paired standard error: standard deviation of the differences over {@code sqrt(n)}; NaN below two problems
 * @param interval 95 % interval of {@code delta}: {@code delta ± 1.96 se} from {@value Interval#FEW} problems; below, with
 *     t(n − 1) for graded values and Bonett and Price's for 0/1 grades, the latter also where no problem differs
 * @param p two-sided, of {@code delta / se} with the normal distribution from {@value Interval#FEW} problems, below with
 *     t(n − 1); where {@code se} is 0, that of the exact test
 * @param mcnemarP exact McNemar for 0/1 grades; NaN for others
 * @param permutationP sign-flip permutation for graded values (10,000 patterns, seed 0); NaN for 0/1 grades
 * @param gained problems on which B is better
 * @param lost problems on which A is better
 * @param minimumDetectable the true difference that 80 % of such comparisons would find
 * @param correlation of the grades per problem; NaN where one run has the same grade everywhere
 * @param unpairedSe what the standard error would be if the problems were not the same ones
 * @param unpairedP two-sided, of {@code delta / unpairedSe} with the normal distribution
 */
public record PairedComparison(
    int n,
    int droppedA,
    int droppedB,
    double accuracyA,
    double accuracyB,
    double delta,
    double se,
    Interval interval,
    double p,
    double mcnemarP,
    double permutationP,
    int gained,
    int lost,
    double minimumDetectable,
    PairedVerdict verdict,
    double correlation,
    double unpairedSe,
    double unpairedP) {
  /** A finding needs a p-value below this. */
  public static final double SIGNIFICANT = 0.05;

  private static final int PATTERNS = 10_000;

  /**
   * Compares by problem id.
   *
   * @param a grade of run A for each problem: 1 for right, 0 for wrong, or the mean over its samples
   * @param b the same for run B
   * @throws IllegalArgumentException where the runs have no problem in common
   */
  public static PairedComparison of(Map<String, Double> a, Map<String, Double> b) {
    String[] common = a.keySet().stream().filter(b::containsKey).sorted().toArray(String[]::new);
    if (common.length == 0) {
      throw new IllegalArgumentException("the runs have no problem in common");
    }
    double[] left = new double[common.length];
    double[] right = new double[common.length];
    for (int i = 0; i < common.length; i++) {
      left[i] = a.get(common[i]);
      right[i] = b.get(common[i]);
    }
    return of(left, right, a.size() - common.length, b.size() - common.length);
  }

  private static PairedComparison of(double[] left, double[] right, int droppedA, int droppedB) {
    int n = left.length;
    double[] differences = new double[n];
    int gained = 0;
    int lost = 0;
    boolean binary = true;
    for (int i = 0; i < n; i++) {
      differences[i] = right[i] - left[i];
      gained += differences[i] > 0 ? 1 : 0;
      lost += differences[i] < 0 ? 1 : 0;
      binary &= isBinary(left[i]) && isBinary(right[i]);
    }
    Mean a = Mean.of(left);
    Mean b = Mean.of(right);
    Mean difference = Mean.of(differences);
    double se = difference.standardError();
    boolean few = n < Interval.FEW;
    boolean adjusted = binary && (few || gained + lost == 0);
    PairedShares shares = new PairedShares(gained, lost, n);
    Interval ordinary =
        few ? difference.interval() : Interval.normal(difference.value(), se, Interval.LEVEL);
    Interval interval = adjusted ? shares.interval() : ordinary;
    double mcnemarP = binary ? McNemar.exact(gained, lost) : Double.NaN;
    double permutationP = binary ? Double.NaN : SignFlip.of(differences, PATTERNS, 0).p();
    double unpairedSe = Math.hypot(a.standardError(), b.standardError());
    return new PairedComparison(
        n,
        droppedA,
        droppedB,
        a.value(),
        b.value(),
        difference.value(),
        se,
        interval,
        pOf(difference, binary ? mcnemarP : permutationP),
        mcnemarP,
        permutationP,
        gained,
        lost,
        Power.minimumDetectable(adjusted ? shares.standardError() : se),
        verdict(interval, binary ? mcnemarP : permutationP),
        correlation(left, a, right, b),
        unpairedSe,
        unpairedSe > 0 ? NormalDistribution.twoSided(difference.value() / unpairedSe) : Double.NaN);
  }

  public double low() {
    return interval.low();
  }

  public double high() {
    return interval.high();
  }

  /** The p-value that the verdict rests on: exact McNemar, or the permutation test for graded values. */
  public double testP() {
    return Double.isNaN(mcnemarP) ? permutationP : mcnemarP;
  }

  /** A finding needs both: an interval without zero and a significant exact test; else nothing is claimed. */
  static PairedVerdict verdict(Interval interval, double p) {
    if (!(p < SIGNIFICANT)) {
      return PairedVerdict.INCONCLUSIVE;
    }
    return interval.low() > 0
        ? PairedVerdict.BETTER
        : interval.high() < 0 ? PairedVerdict.WORSE : PairedVerdict.INCONCLUSIVE;
  }

  private static double pOf(Mean difference, double exact) {
    if (difference.n() < 2 || difference.standardError() == 0) {
      return exact;
    }
    double ratio = difference.value() / difference.standardError();
    return difference.n() < Interval.FEW
        ? StudentDistribution.twoSided(ratio, difference.n() - 1.0)
        : NormalDistribution.twoSided(ratio);
  }

  private static boolean isBinary(double value) {
    return value == 0 || value == 1;
  }

  private static double correlation(double[] left, Mean a, double[] right, Mean b) {
    double products = 0;
    for (int i = 0; i < left.length; i++) {
      products += (left[i] - a.value()) * (right[i] - b.value());
    }
    double scale = Math.sqrt(a.variance() * b.variance()) * (left.length - 1);
    return scale > 0 ? Math.clamp(products / scale, -1.0, 1.0) : Double.NaN;
  }
}
