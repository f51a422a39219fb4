package org.leibniz.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The comparison of two runs within one subject, one of several.
 *
 * @param adjustedP the comparison's {@link PairedComparison#testP}, adjusted for the number of subjects
 * @param verdict by the adjusted p-value
 */
public record SubjectComparison(
    String subject, PairedComparison comparison, double adjustedP, PairedVerdict verdict) {
  /** Which correction for many comparisons. */
  public enum Correction {
    HOLM,
    BENJAMINI_HOCHBERG
  }

  /**
   * One comparison for each subject that has problems in both runs, in order of name.
   *
   * @param subjects of the problems; one that is missing here is left out
   */
  public static List<SubjectComparison> of(
      Map<String, Double> a, Map<String, Double> b, Map<String, String> subjects, Correction correction) {
    Map<String, Map<String, Double>> partsA = bySubject(a, subjects);
    Map<String, Map<String, Double>> partsB = bySubject(b, subjects);
    List<String> names = new ArrayList<>();
    List<PairedComparison> comparisons = new ArrayList<>();
    partsA.forEach(
        (subject, part) -> {
          Map<String, Double> other = partsB.getOrDefault(subject, Map.of());
          if (part.keySet().stream().anyMatch(other::containsKey)) {
            names.add(subject);
            comparisons.add(PairedComparison.of(part, other));
          }
        });
    double[] p = comparisons.stream().mapToDouble(PairedComparison::testP).toArray();
    double[] adjusted =
        switch (correction) {
          case HOLM -> ManyComparisons.holm(p);
          case BENJAMINI_HOCHBERG -> ManyComparisons.benjaminiHochberg(p);
        };
    List<SubjectComparison> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      PairedComparison one = comparisons.get(i);
      rows.add(
          new SubjectComparison(
              names.get(i), one, adjusted[i], PairedComparison.verdict(one.interval(), adjusted[i])));
    }
    return List.copyOf(rows);
  }

  private static Map<String, Map<String, Double>> bySubject(
      Map<String, Double> grades, Map<String, String> subjects) {
    Map<String, Map<String, Double>> parts = new TreeMap<>();
    grades.forEach(
        (problem, grade) -> {
          String subject = subjects.get(problem);
          if (subject != null) {
            parts.computeIfAbsent(subject, name -> new TreeMap<>()).put(problem, grade);
          }
        });
    return parts;
  }
}
