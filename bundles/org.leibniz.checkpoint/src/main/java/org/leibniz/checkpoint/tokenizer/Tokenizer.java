package org.leibniz.checkpoint.tokenizer;

import java.util.List;
import java.util.OptionalInt;

/** A checkpoint's tokenizer. Immutable and thread-safe. */
public interface Tokenizer {
  /**
   * Ids of the pieces, without anything that is added around a whole text. A leading space is added where the tokenizer does so.
   *
   * @throws org.leibniz.api.LeibnizException with code {@code BAD_INPUT} for a control token that does not exist
   */
  List<Integer> encode(List<Piece> pieces);

  /** {@code text} cut at the names of control tokens. */
  List<Piece> split(String text);

  /** Ids that are put before a whole text by default, usually a beginning-of-sequence token or none. */
  List<Integer> before();

  /** Ids that are put after a whole text by default, usually none. */
  List<Integer> after();

  /** Text of whole sequences; broken UTF-8 becomes replacement characters. */
  String decode(List<Integer> ids, ControlTokens controlTokens);

  /** What a token adds to a text that has already begun; a control token's name. Bytes of several tokens may form one character. */
  byte[] bytes(int id);

  /** A token as the vocabulary writes it. */
  String token(int id);

  OptionalInt id(String token);

  boolean isControl(int id);

  /** The largest id it gives. */
  int largestId();

  /** Whether {@link #decode} shows control tokens. */
  enum ControlTokens {
    SHOWN,
    HIDDEN
  }
}
