package org.leibniz.grader.published.latex;

import java.util.ArrayList;
import java.util.List;

/** Determinants, which the original evaluates: of numbers exactly, of anything else as an unevaluated function of the matrix. */
final class Determinant {
  private static final int MAX_SIZE = 12;

  private Determinant() {}

  static Term of(List<List<Term>> rows) {
    int n = rows.size();
    if (rows.getFirst().size() != n) {
      throw Rejected.because("the determinant of a matrix that is not square");
    }
    List<List<Rational>> values = new ArrayList<>();
    for (List<Term> row : rows) {
      List<Rational> line = new ArrayList<>();
      for (Term entry : row) {
        if (!(entry instanceof Term.Number number) || n > MAX_SIZE) {
          return Build.function("det", new Term.Matrix(List.copyOf(rows)));
        }
        line.add(number.value());
      }
      values.add(line);
    }
    return new Term.Number(eliminate(values));
  }

  private static Rational eliminate(List<List<Rational>> rows) {
    Rational determinant = Rational.ONE;
    for (int k = 0; k < rows.size(); k++) {
      int pivot = k;
      while (pivot < rows.size() && rows.get(pivot).get(k).signum() == 0) {
        pivot++;
      }
      if (pivot == rows.size()) {
        return Rational.ZERO;
      }
      if (pivot != k) {
        java.util.Collections.swap(rows, pivot, k);
        determinant = determinant.negate();
      }
      determinant = determinant.times(rows.get(k).get(k));
      for (int i = k + 1; i < rows.size(); i++) {
        Rational factor = rows.get(i).get(k).times(rows.get(k).get(k).inverse());
        for (int j = k; j < rows.size(); j++) {
          rows.get(i).set(j, rows.get(i).get(j).minus(factor.times(rows.get(k).get(j))));
        }
      }
    }
    return determinant;
  }
}
