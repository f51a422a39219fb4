package org.leibniz.trainer.sft.internal.data;

import java.util.List;
import org.leibniz.checkpoint.tokenizer.Piece;

/**
 * A part of an example that is tokenised on its own, as it is when a model is asked.
 *
 * @param kind decides whether the model learns to write it
 */
record Stretch(List<Piece> pieces, Kind kind) {
  enum Kind {
    PROMPT,
    WRITTEN,
    EXECUTION
  }

  Stretch {
    pieces = List.copyOf(pieces);
  }

  static Stretch of(Kind kind, Piece... pieces) {
    return new Stretch(List.of(pieces), kind);
  }
}
