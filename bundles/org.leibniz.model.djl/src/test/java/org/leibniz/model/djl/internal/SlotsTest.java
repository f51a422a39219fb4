package org.leibniz.model.djl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private static final Sequence.Reader READER =
      new Sequence.Reader() {
        @Override
        public boolean wantsAll() {
          return false;
        }

        @Override
        public int read(int position, float[] logits, int from) {
          return -1;
        }
      };

  private static Sequence sequence(Integer... prompt) {
    return new Sequence(List.of(prompt), prompt.length + 10, READER);
  }

  /** Evaluates a sequence to its end. */
  private static void run(Slots slots, Sequence sequence, Integer... reply) {
    slots.take(sequence, true);
    sequence.tokens.addAll(List.of(reply));
    sequence.cached = sequence.tokens.size();
    slots.release(sequence);
  }

  @Test
  void theNextRoundOfASampleEvaluatesOnlyWhatIsNew() {
    Slots slots = new Slots(4);
    run(slots, sequence(1, 2, 3), 4, 5);
    run(slots, sequence(9, 9, 9), 9);
    Sequence second = sequence(1, 2, 3, 4, 5, 6, 7);
    slots.take(second, true);
    assertThat(second.cached).isEqualTo(5);
    assertThat(second.slot).isZero();
  }

  @Test
  void aCommonBeginningIsTakenOverUpToWhereTheyDiffer() {
    Slots slots = new Slots(1);
    run(slots, sequence(1, 2, 3, 4), 5);
    Sequence other = sequence(1, 2, 8);
    slots.take(other, true);
    assertThat(other.cached).isEqualTo(2);
  }

  @Test
  void theLastTokenIsAlwaysEvaluated() {
    Slots slots = new Slots(1);
    run(slots, sequence(1, 2, 3), 4);
    Sequence same = sequence(1, 2, 3);
    slots.take(same, true);
    assertThat(same.cached).isEqualTo(2);
  }

  @Test
  void nothingIsTakenOverThatMayNot() {
    Slots slots = new Slots(1);
    run(slots, sequence(1, 2, 3), 4);
    Sequence scored = sequence(1, 2, 3, 4);
    slots.take(scored, false);
    assertThat(scored.cached).isZero();
  }

  @Test
  void anEmptySlotIsBetterThanOneThatHoldsAnotherBeginning() {
    Slots slots = new Slots(2);
    run(slots, sequence(1, 2, 3), 4);
    Sequence other = sequence(7, 8, 9);
    slots.take(other, true);
    assertThat(other.slot).isEqualTo(1);
    assertThat(slots.hasFree()).isTrue();
    assertThat(slots.used()).isEqualTo(2);
  }
}
