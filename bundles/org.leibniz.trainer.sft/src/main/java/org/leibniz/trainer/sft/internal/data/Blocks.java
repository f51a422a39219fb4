package org.leibniz.trainer.sft.internal.data;

import java.util.List;
import org.leibniz.checkpoint.tokenizer.Piece;
import org.leibniz.trainer.sft.internal.data.Stretch.Kind;

/** MathCoder's blocks and messages (arXiv 2310.03731, section 2). */
public final class Blocks {
  static final Piece END_OF_BLOCK = new Piece.Control("<|endofblock|>");
  static final Piece END_OF_MESSAGE = new Piece.Control("<|endofmessage|>");

  /** All control tokens of the form; the one that ends a message first. */
  public static final List<String> CONTROLS =
      List.of(
          "<|endofmessage|>", "<|endofblock|>", "<|text|>", "<|code|>", "<|execution|>", "<|system|>", "<|user|>", "<|assistant|>");

  private Blocks() {}

  /** @param type {@code text}, {@code code} or {@code execution} */
  static Stretch block(String type, String content, Kind kind) {
    return Stretch.of(kind, new Piece.Control("<|" + type + "|>"), new Piece.Text(content), END_OF_BLOCK);
  }
}
