package org.leibniz.grader.published.latex;

import java.util.BitSet;

/**
 * Answers to the one question the grammar leaves open from token to token: whether a bar opens a group or closes the one it
 * stands in. The parser reads the text again with the next combination until one reading fits, the first one that
 * fits winning, as in the original.
 */
final class Choices {
  private static final int MAX_OPEN = 12;
  private static final int MAX_STEPS = 400_000;

  private final BitSet closes = new BitSet();
  private int asked;
  private int steps;

  /** Counts a token taken, over all passes. */
  void step() {
    if (++steps > MAX_STEPS) {
      throw Rejected.budget("too many steps");
    }
  }

  /** Whether the bar in question closes the group; at first every bar opens one. */
  boolean closes() {
    return closes.get(asked++);
  }

  /** Goes to the next combination; false where there is none. */
  boolean next() {
    int last = Math.min(asked, MAX_OPEN) - 1;
    asked = 0;
    while (last >= 0 && closes.get(last)) {
      closes.clear(last--);
    }
    if (last < 0) {
      return false;
    }
    closes.set(last);
    return true;
  }
}
