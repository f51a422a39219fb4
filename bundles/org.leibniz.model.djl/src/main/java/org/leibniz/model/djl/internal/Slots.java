package org.leibniz.model.djl.internal;

import java.util.ArrayList;
import java.util.List;

/** Which sequence has which cache slot, and what the free ones still hold. Lower slots first, so that runs stay long. */
final class Slots {
  private final List<List<Integer>> held = new ArrayList<>();
  private final List<Sequence> owners = new ArrayList<>();
  private int used;

  Slots(int count) {
    for (int i = 0; i < count; i++) {
      held.add(List.of());
      owners.add(null);
    }
  }

  boolean hasFree() {
    return owners.contains(null);
  }

  /** Slots that have ever been taken: those from 0. */
  int used() {
    return used;
  }

  /** Gives a free slot, the one with the longest common beginning where {@code reusable}; its last token is always left to evaluate. */
  void take(Sequence sequence, boolean reusable) {
    int best = -1;
    int common = -1;
    for (int slot = 0; slot < owners.size(); slot++) {
      if (owners.get(slot) == null) {
        int same = reusable ? common(held.get(slot), sequence.tokens) : 0;
        // A slot that holds another beginning is worth more than an empty one.
        int value = same > 0 ? same : held.get(slot).isEmpty() ? 0 : -1;
        if (best < 0 || value > common) {
          best = slot;
          common = value;
        }
      }
    }
    owners.set(best, sequence);
    held.set(best, List.of());
    used = Math.max(used, best + 1);
    sequence.slot = best;
    sequence.cached = Math.clamp(common, 0, sequence.tokens.size() - 1);
  }

  private static int common(List<Integer> left, List<Integer> right) {
    int same = 0;
    while (same < left.size() && same < right.size() && left.get(same).equals(right.get(same))) {
      same++;
    }
    return same;
  }

  void release(Sequence sequence) {
    if (sequence.slot >= 0 && owners.get(sequence.slot) == sequence) {
      owners.set(sequence.slot, null);
      held.set(sequence.slot, List.copyOf(sequence.tokens.subList(0, Math.min(sequence.cached, sequence.tokens.size()))));
    }
  }

  /** What the slot holds is of no use to others. */
  void forget(Sequence sequence) {
    sequence.cached = 0;
  }
}
