package org.leibniz.grader.math;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads {@code pmatrix} and its kin, and {@code array}. */
final class MatrixReader {
  private MatrixReader() {}

  /** The cursor stands behind {@code \begin}. */
  static Expression read(Cursor cursor, Supplier<Expression> cell) {
    cursor.blanks();
    if (cursor.peek() != '{') {
      throw new Unreadable("an environment without a name");
    }
    String name = cursor.braced();
    if (!name.endsWith("matrix") && !name.equals("array")) {
      throw new Unreadable("the environment " + name);
    }
    cursor.blanks();
    if (name.equals("array") && cursor.peek() == '{') {
      cursor.braced();
    }
    List<List<Expression>> rows = new ArrayList<>();
    List<Expression> row = new ArrayList<>();
    while (true) {
      cursor.blanks();
      if (cursor.looking("\\end")) {
        cursor.skip(4);
        cursor.blanks();
        cursor.braced();
        if (!row.isEmpty()) {
          rows.add(row);
        }
        return new Expression.Matrix(rows);
      }
      if (cursor.looking("\\\\")) {
        cursor.skip(2);
        rows.add(row);
        row = new ArrayList<>();
      } else if (cursor.peek() == '&') {
        cursor.skip(1);
      } else {
        row.add(cell.get());
      }
    }
  }
}
