package org.leibniz.api.model;

import java.util.List;

/**
 * Texts that end a generation, besides the model's own end-of-sequence token.
 *
 * @param strings matched in the generated text and in the names of generated control tokens
 * @param included whether the matched string stays at the end of the returned text
 */
public record Stops(List<String> strings, boolean included) {
  public static final Stops NONE = new Stops(List.of(), false);

  public Stops {
    strings = List.copyOf(strings);
  }
}
