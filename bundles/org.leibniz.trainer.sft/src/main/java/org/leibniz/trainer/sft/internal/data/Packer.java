package org.leibniz.trainer.sft.internal.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Packs the examples of a {@link Mixture} into rows: each goes to the first row that has room for it; the batch ends before
 * the first one that fits nowhere, which begins the next.
 *
 * @param context tokens of a row; no example is longer
 */
public record Packer(Mixture mixture, List<Phase> phases, int rows, int context, long steps) {
  /** The next batch, for the given step. */
  public Batch next(long step) {
    mixture.shares(Mixture.sharesAt(phases, step, steps));
    List<List<Example>> packed = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      packed.add(new ArrayList<>());
    }
    while (place(mixture.peek(), packed)) {
      mixture.advance();
    }
    return lay(packed, context);
  }

  /** Goes to where the mixture was after {@code step}. */
  public void restore(Mixture.Position position, long step) {
    mixture.restore(position, Mixture.sharesAt(phases, step, steps));
  }

  private boolean place(Example example, List<List<Example>> packed) {
    for (List<Example> row : packed) {
      if (row.stream().mapToInt(Example::length).sum() + example.length() <= context) {
        return row.add(example);
      }
    }
    return false;
  }

  static Batch lay(List<List<Example>> packed, int context) {
    int rows = packed.size();
    long[] tokens = new long[rows * context];
    long[] positions = new long[rows * context];
    long[] documents = new long[rows * context];
    List<Long> wanted = new ArrayList<>();
    List<Long> targets = new ArrayList<>();
    int used = 0;
    for (int row = 0; row < rows; row++) {
      int at = row * context;
      int document = 0;
      for (Example example : packed.get(row)) {
        for (int i = 0; i < example.length(); i++) {
          tokens[at + i] = example.tokens()[i];
          positions[at + i] = i;
          documents[at + i] = document;
          if (i + 1 < example.length() && example.learnt()[i + 1]) {
            wanted.add((long) at + i);
            targets.add((long) example.tokens()[i + 1]);
          }
        }
        at += example.length();
        used += example.length();
        document++;
      }
      for (int i = 0; at < (row + 1) * context; at++, i++) {
        positions[at] = i;
        documents[at] = document;
      }
    }
    return new Batch(rows, context, tokens, positions, documents, numbers(wanted), numbers(targets), used);
  }

  private static long[] numbers(List<Long> list) {
    return list.stream().mapToLong(Long::longValue).toArray();
  }
}
