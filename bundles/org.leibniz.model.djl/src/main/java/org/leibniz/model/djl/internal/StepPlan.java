package org.leibniz.model.djl.internal;

import java.util.ArrayList;
import java.util.List;

/** Chooses the tokens of one step and lays them out in rows and runs. Sequences come in order of their slots. */
final class StepPlan {
  /** A row whose logits are wanted, in order of rows. */
  record Wanted(Sequence sequence, int position) {}

  /** Rows whose logits are wanted at most, since each has the whole vocabulary. */
  private static final int MOST_WANTED = 64;

  private final Angles angles;
  private final List<Long> tokens = new ArrayList<>();
  private final List<Long> slots = new ArrayList<>();
  private final List<Long> positions = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private final List<long[]> runs = new ArrayList<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private final List<Long> wantedRows = new ArrayList<>();
  private int longest;

  StepPlan(Angles angles, List<Sequence> active, int chunk) {
    this.angles = angles;
    int left = chunk;
    for (Sequence sequence : active) {
      int missing = sequence.tokens.size() - sequence.cached;
      int most = sequence.reader.wantsAll() ? Math.min(left, MOST_WANTED) : left;
      int count = missing == 1 ? 1 : Math.min(missing, most);
      if (count == 0) {
        continue;
      }
      left -= missing == 1 ? 0 : count;
      add(sequence, count);
    }
  }

  private void add(Sequence sequence, int count) {
    int first = sequence.cached;
    int end = first + count;
    extendRuns(sequence.slot, count, end);
    for (int position = first; position < end; position++) {
      if (sequence.reader.wantsAll() || position == sequence.tokens.size() - 1) {
        wantedRows.add((long) tokens.size());
        wanted.add(new Wanted(sequence, position));
      }
      tokens.add((long) sequence.tokens.get(position));
      slots.add((long) sequence.slot);
      positions.add((long) position);
      lengths.add(sequence.tokens.size());
    }
    sequence.cached = end;
    longest = Math.max(longest, end);
  }

  private void extendRuns(int slot, int count, int sees) {
    long[] last = runs.isEmpty() ? null : runs.getLast();
    if (last != null && count == 1 && last[3] == 1 && last[1] + last[2] == slot) {
      last[2]++;
      last[4] = Math.max(last[4], sees);
    } else {
      runs.add(new long[] {tokens.size(), slot, 1, count, sees});
    }
  }

  /** Tokens of the longest sequence that takes part, after the step. */
  int longest() {
    return longest;
  }

  List<Wanted> wanted() {
    return wanted;
  }

  Step step() {
    int half = angles.half();
    float[] cosine = new float[tokens.size() * half];
    float[] sine = new float[tokens.size() * half];
    for (int row = 0; row < tokens.size(); row++) {
      angles.put(positions.get(row).intValue(), lengths.get(row), row, cosine, sine);
    }
    return new Step(
        numbers(tokens), cosine, sine, numbers(slots), numbers(positions), runs.stream().flatMapToLong(java.util.Arrays::stream).toArray(), numbers(wantedRows));
  }

  private static long[] numbers(List<Long> list) {
    return list.stream().mapToLong(Long::longValue).toArray();
  }
}
