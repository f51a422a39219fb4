package org.leibniz.api.model;

/**
 * A piece of a prompt. Text never becomes a control token, whatever it contains: a problem that quotes {@code
 * <|endofblock|>} is only text.
 */
public sealed interface Part {
  /** Plain text, tokenised without special tokens. */
  record Text(String text) implements Part {}

  /** One special token by its name, for instance {@code <|endofblock|>}. */
  record Control(String token) implements Part {}

  /**
   * One turn of a chat, rendered by the model's own chat template.
   *
   * @param role {@code system}, {@code user} or {@code assistant}
   */
  record Turn(String role, String text) implements Part {}
}
