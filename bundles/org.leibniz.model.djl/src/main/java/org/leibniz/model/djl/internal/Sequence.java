package org.leibniz.model.djl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One request on its way: tokens known so far, how many of them are in the cache, and what becomes of logits. Touched by the
 * batcher's thread alone, apart from {@link #done} and {@link #cancelled}.
 */
final class Sequence {
  /** What looks at the logits of a sequence. */
  interface Reader {
    /** Whether the logits of every prompt token are wanted, and not only those of the last. */
    boolean wantsAll();

    /**
     * Takes the logits after {@code position}: {@code logits[from]} and following.
     *
     * @return the next token, or -1 where the sequence is complete or the prompt goes on
     */
    int read(int position, float[] logits, int from);
  }

  final List<Integer> tokens;
  final int promptLength;
  final Reader reader;
  final int mostTokens;
  final CompletableFuture<Void> done = new CompletableFuture<>();
  volatile boolean cancelled;
  int slot = -1;
  int cached;

  /** @param mostTokens prompt and reply together */
  Sequence(List<Integer> prompt, int mostTokens, Reader reader) {
    this.tokens = new ArrayList<>(prompt);
    this.promptLength = prompt.size();
    this.mostTokens = mostTokens;
    this.reader = reader;
  }
}
