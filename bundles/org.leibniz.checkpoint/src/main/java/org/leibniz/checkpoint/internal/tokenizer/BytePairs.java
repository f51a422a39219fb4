package org.leibniz.checkpoint.internal.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * Byte-pair encoding of one word, in time n log n, since a word may be a whole text.
 *
 * @param unknown id of the token for characters that are no tokens, -1 for none
 * @param fuseUnknown whether neighbouring unknown characters become one
 * @param byteFallback whether unknown characters become tokens for their bytes where there are such
 * @param wholeWords whether a word that is a token is that token, whatever the merges say
 */
record BytePairs(
    Vocabulary vocabulary, Merges merges, int unknown, boolean fuseUnknown, boolean byteFallback, boolean wholeWords) {

  /** A possible merge of the symbols at {@code left} and {@code right}, if they are still what they were. */
  private record Candidate(long merge, int left, int right, int leftId, int rightId) implements Comparable<Candidate> {
    int rank() {
      return (int) (merge >>> 32);
    }

    @Override
    public int compareTo(Candidate other) {
      int byRank = Integer.compare(rank(), other.rank());
      return byRank != 0 ? byRank : Integer.compare(left, other.left);
    }
  }

  void encode(String word, List<Integer> into) {
    if (word.isEmpty()) {
      return;
    }
    int whole = wholeWords ? vocabulary.id(word) : -1;
    if (whole >= 0) {
      into.add(whole);
      return;
    }
    int[] ids = symbols(word);
    int[] next = new int[ids.length];
    int[] previous = new int[ids.length];
    PriorityQueue<Candidate> queue = new PriorityQueue<>();
    for (int i = 0; i < ids.length; i++) {
      next[i] = i + 1;
      previous[i] = i - 1;
      offer(queue, ids, i - 1, i);
    }
    for (Candidate best = queue.poll(); best != null; best = queue.poll()) {
      if (ids[best.left] != best.leftId || ids[best.right] != best.rightId || next[best.left] != best.right) {
        continue;
      }
      ids[best.left] = (int) best.merge;
      ids[best.right] = -1;
      next[best.left] = next[best.right];
      if (next[best.left] < ids.length) {
        previous[next[best.left]] = best.left;
      }
      offer(queue, ids, previous[best.left], best.left);
      offer(queue, ids, best.left, next[best.left]);
    }
    for (int i = 0; i < ids.length; i = next[i]) {
      into.add(ids[i]);
    }
  }

  private void offer(PriorityQueue<Candidate> queue, int[] ids, int left, int right) {
    if (left < 0 || right >= ids.length) {
      return;
    }
    long merge = merges.of(ids[left], ids[right]);
    if (merge != Merges.NONE) {
      queue.add(new Candidate(merge, left, right, ids[left], ids[right]));
    }
  }

  private int[] symbols(String word) {
    List<Integer> symbols = new ArrayList<>(word.length());
    boolean afterUnknown = false;
    for (int at = 0; at < word.length(); ) {
      int end = at + Character.charCount(word.codePointAt(at));
      String character = word.substring(at, end);
      int id = vocabulary.id(character);
      if (id >= 0) {
        symbols.add(id);
      } else if (!byteFallback || !addBytes(character, symbols)) {
        if (unknown >= 0 && !(fuseUnknown && afterUnknown)) {
          symbols.add(unknown);
        }
        afterUnknown = true;
        at = end;
        continue;
      }
      afterUnknown = false;
      at = end;
    }
    return symbols.stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean addBytes(String character, List<Integer> symbols) {
    List<Integer> ids = new ArrayList<>();
    for (byte value : character.getBytes(StandardCharsets.UTF_8)) {
      int id = vocabulary.id(byteToken(value));
      if (id < 0) {
        return false;
      }
      ids.add(id);
    }
    return symbols.addAll(ids);
  }

  static String byteToken(byte value) {
    return String.format(Locale.ROOT, "<0x%02X>", value & 0xff);
  }
}
