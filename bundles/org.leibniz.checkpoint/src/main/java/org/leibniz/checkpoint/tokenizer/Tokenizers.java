package org.leibniz.checkpoint.tokenizer;

import java.nio.file.Path;
import org.leibniz.checkpoint.internal.tokenizer.TokenizerJson;

/** Tokenizers without a checkpoint around them. */
public final class Tokenizers {
  private Tokenizers() {}

  /**
   * Reads a tokenizer.json.
   *
   * @throws org.leibniz.api.LeibnizException with code {@code BAD_INPUT} for one that cannot be used
   */
  public static Tokenizer open(Path tokenizerJson) {
    return TokenizerJson.read(tokenizerJson);
  }
}
