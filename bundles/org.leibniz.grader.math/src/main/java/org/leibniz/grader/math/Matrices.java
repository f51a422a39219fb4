package org.leibniz.grader.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leibniz.grader.math.Expression.Bracket;
import org.leibniz.grader.math.Expression.Matrix;
import org.leibniz.grader.math.Expression.Numeral;
import org.leibniz.grader.math.Expression.Product;
import org.leibniz.grader.math.Expression.Quotient;
import org.leibniz.grader.math.Expression.Sum;

/** Sums and products of matrices, with the entries' arithmetic left as it stands. */
final class Matrices {
  private static final int MAX_SIDE = 12;

  private Matrices() {}

  /** Empty where the expression is no matrix, or its shapes do not fit. */
  static Optional<Matrix> value(Expression expression) {
    return switch (expression) {
      case Matrix matrix -> Optional.of(matrix);
      case Sum(List<Expression> terms) -> fold(terms, true);
      case Product(List<Expression> factors) -> fold(factors, false);
      case Quotient(Expression top, Expression bottom) ->
          value(top).map(matrix -> scaled(matrix, new Quotient(Numeral.of(1), bottom)));
      default -> Optional.empty();
    };
  }

  /** Lists of lists in square brackets, as programs print matrices, as a matrix; anything else as it is. */
  static Expression ofLists(Expression value) {
    if (!(value instanceof Bracket(char open, List<Expression> items, char close)) || open != '[' || close != ']') {
      return value;
    }
    List<List<Expression>> rows = new ArrayList<>();
    for (Expression item : items) {
      if (!(item instanceof Bracket(char first, List<Expression> row, char last)) || first != '[' || last != ']') {
        return value;
      }
      rows.add(row);
    }
    return new Matrix(rows);
  }

  private static Optional<Matrix> fold(List<Expression> parts, boolean adds) {
    Matrix all = null;
    Expression scale = Numeral.of(1);
    for (Expression part : parts) {
      Optional<Matrix> matrix = value(part);
      if (matrix.isEmpty()) {
        if (adds) {
          return Optional.empty();
        }
        scale = new Product(List.of(scale, part));
        continue;
      }
      Optional<Matrix> next = all == null ? matrix : adds ? sum(all, matrix.get()) : product(all, matrix.get());
      if (next.isEmpty()) {
        return Optional.empty();
      }
      all = next.get();
    }
    Expression factor = scale;
    return Optional.ofNullable(all).map(matrix -> adds ? matrix : scaled(matrix, factor));
  }

  private static Matrix scaled(Matrix matrix, Expression factor) {
    return new Matrix(
        matrix.rows().stream()
            .map(row -> row.stream().map(entry -> (Expression) new Product(List.of(factor, entry))).toList())
            .toList());
  }

  private static Optional<Matrix> sum(Matrix a, Matrix b) {
    if (!fits(a.rows().size(), b.rows().size())) {
      return Optional.empty();
    }
    List<List<Expression>> rows = new ArrayList<>();
    for (int i = 0; i < a.rows().size(); i++) {
      if (!fits(a.rows().get(i).size(), b.rows().get(i).size())) {
        return Optional.empty();
      }
      List<Expression> row = new ArrayList<>();
      for (int j = 0; j < a.rows().get(i).size(); j++) {
        row.add(new Sum(List.of(a.rows().get(i).get(j), b.rows().get(i).get(j))));
      }
      rows.add(row);
    }
    return Optional.of(new Matrix(rows));
  }

  private static boolean fits(int a, int b) {
    return a == b && a <= MAX_SIDE;
  }

  private static Optional<Matrix> product(Matrix a, Matrix b) {
    List<List<Expression>> rows = new ArrayList<>();
    int width = b.rows().isEmpty() ? 0 : b.rows().getFirst().size();
    for (List<Expression> left : a.rows()) {
      List<Expression> row = new ArrayList<>();
      for (int j = 0; j < width; j++) {
        List<Expression> terms = new ArrayList<>();
        for (int k = 0; k < left.size(); k++) {
          if (!fits(left.size(), b.rows().size()) || b.rows().get(k).size() != width || width > MAX_SIDE || a.rows().size() > MAX_SIDE) {
            return Optional.empty();
          }
          terms.add(new Product(List.of(left.get(k), b.rows().get(k).get(j))));
        }
        row.add(new Sum(terms));
      }
      rows.add(row);
    }
    return Optional.of(new Matrix(rows));
  }
}
