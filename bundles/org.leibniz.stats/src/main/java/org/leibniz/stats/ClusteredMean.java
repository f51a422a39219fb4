package org.leibniz.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A mean of observations that come in clusters, such as problems made from one template or about one passage: the
 * cluster-robust standard error (Miller 2024, arXiv 2411.00640, section 2.2) with the finite-cluster factor G/(G − 1) and an
 * interval from t(G − 1).
 *
 * @param clusters G
 * @param fewClusters whether G is below {@value #FEW_CLUSTERS}, where the standard error is known to be too small
 * @param designEffect squared ratio to the standard error that ignores clusters; NaN where that is 0
 */
public record ClusteredMean(
    int n,
    int clusters,
    double value,
    double standardError,
    Interval interval,
    double designEffect,
    boolean fewClusters) {
  public static final int FEW_CLUSTERS = 10;

  /**
   * @param cluster names the cluster of each value
   * @throws IllegalArgumentException below two clusters, where nothing can be said
   */
  public static ClusteredMean of(double[] values, List<String> cluster) {
    if (values.length != cluster.size()) {
      throw new IllegalArgumentException(values.length + " values with " + cluster.size() + " cluster names");
    }
    Mean plain = Mean.of(values);
    Map<String, Double> residuals = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      residuals.merge(cluster.get(i), values[i] - plain.value(), Double::sum);
    }
    int groups = residuals.size();
    if (groups < 2) {
      throw new IllegalArgumentException("a clustered standard error needs at least 2 clusters, found " + groups);
    }
    double squares = residuals.values().stream().mapToDouble(sum -> sum * sum).sum();
    double n = values.length;
    double standardError = Math.sqrt(squares * groups / (groups - 1.0)) / n;
    return new ClusteredMean(
        values.length,
        groups,
        plain.value(),
        standardError,
        Interval.student(plain.value(), standardError, groups - 1.0, Interval.LEVEL),
        Math.pow(standardError / plain.standardError(), 2),
        groups < FEW_CLUSTERS);
  }
}
