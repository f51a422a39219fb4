package org.leibniz.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A text with expressions in braces. Immutable. */
record Phrase(String source, List<Piece> pieces) {
  /** A stretch of text, or an expression whose value is put in. */
  private sealed interface Piece {
    record Plain(String text) implements Piece {}

    record Filled(Expression expression) implements Piece {}
  }

  static Phrase read(String source) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int open = source.indexOf('{'); open >= 0; open = source.indexOf('{', from)) {
      int close = source.indexOf('}', open);
      if (close < 0) {
        throw new Misfit("'{' is not closed in '" + source + "'");
      }
      pieces.add(new Piece.Plain(source.substring(from, open)));
      pieces.add(new Piece.Filled(ExpressionReader.read(source.substring(open + 1, close))));
      from = close + 1;
    }
    pieces.add(new Piece.Plain(source.substring(from)));
    return new Phrase(source, List.copyOf(pieces));
  }

  String fill(Map<String, Value> values) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(
          switch (piece) {
            case Piece.Plain(String plain) -> plain;
            case Piece.Filled(Expression expression) -> expression.value(values).toString();
          });
    }
    return text.toString();
  }
}
