package org.leibniz.api.model;

import java.util.List;

/** A model whose tokens can be seen and steered: one that runs here, rather than a recording or a server. Thread-safe. */
public interface TokenModel extends Model {
  /** The prompt that {@code text} stands for when the names of control tokens in it are such tokens. */
  Prompt withControls(String text);

  /** As {@link #generate}, with the ids that were generated. */
  default Completion complete(GenerationRequest request, EndToken endToken) {
    return complete(request, endToken, more -> {});
  }

  /** As above; {@code listener} is told of the text while it grows. */
  Completion complete(GenerationRequest request, EndToken endToken, Listener listener);

  /** Log-probabilities of a prompt's own tokens, from the second on: the first has nothing before it. */
  TokenScores score(Prompt prompt);

  /** Hears a reply as it comes. All it hears, put together, is the reply's text. */
  @FunctionalInterface
  interface Listener {
    /**
     * Called in order on a thread that other replies wait for, so that it must return at once.
     *
     * @param more whole characters, and nothing that a stop string could still take away
     */
    void text(String more);
  }

  /** What a generated end-of-sequence token does. */
  enum EndToken {
    ENDS,
    IGNORED
  }

  /** A reply with its tokens; those of a stop string are among them. */
  record Completion(Generation generation, List<Integer> ids) {
    public Completion {
      ids = List.copyOf(ids);
    }
  }
}
