package org.leibniz.checkpoint.tokenizer;

/** A stretch of what is to be tokenised. */
public sealed interface Piece {
  /** Text, in which nothing is a control token whatever it looks like. */
  record Text(String text) implements Piece {}

  /** One control token by its name. */
  record Control(String token) implements Piece {}
}
