package org.leibniz.checkpoint.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds the most frequent pair of neighbours and joins it, again and again. Counts are kept up to date, so that a merge costs
 * as much as there are words with that pair.
 */
final class PairMerging {
  /** Two tokens that become one. */
  record Merge(String left, String right) {}

  private record Pair(int left, int right) {}

  private record Candidate(long count, Pair pair, String left, String right) implements Comparable<Candidate> {
    /** The most frequent first; among equals the order of their texts, so that nothing depends on hashing. */
    @Override
    public int compareTo(Candidate other) {
      int byCount = Long.compare(other.count, count);
      int byLeft = byCount != 0 ? byCount : left.compareTo(other.left);
      return byLeft != 0 ? byLeft : right.compareTo(other.right);
    }
  }

  private final List<String> tokens = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<int[]> words = new ArrayList<>();
  private final List<Long> counts = new ArrayList<>();
  private final Map<Pair, Long> pairs = new HashMap<>();
  private final Map<Pair, Set<Integer>> places = new HashMap<>();
  private final PriorityQueue<Candidate> queue = new PriorityQueue<>();

  /** Words with a character outside the alphabet take no part: their bytes stand between others. */
  PairMerging(Map<String, Long> counted, List<String> alphabet) {
    alphabet.forEach(this::id);
    counted.forEach(
        (word, count) -> {
          int[] symbols = word.codePoints().map(point -> ids.getOrDefault(Character.toString(point), -1)).toArray();
          if (java.util.Arrays.stream(symbols).allMatch(id -> id >= 0)) {
            words.add(symbols);
            counts.add(count);
            count(words.size() - 1, count);
          }
        });
    pairs.keySet().forEach(this::offer);
  }

  /** The next merge, already made everywhere; null where no pair occurs twice. */
  Merge next() {
    for (Candidate best = queue.poll(); best != null; best = queue.poll()) {
      long now = pairs.getOrDefault(best.pair, 0L);
      if (now != best.count) {
        continue;
      }
      if (now < 2) {
        return null;
      }
      merge(best.pair, id(best.left + best.right));
      return new Merge(best.left, best.right);
    }
    return null;
  }

  private int id(String token) {
    return ids.computeIfAbsent(
        token,
        text -> {
          tokens.add(text);
          return tokens.size() - 1;
        });
  }

  private void merge(Pair pair, int merged) {
    Set<Pair> changed = new HashSet<>();
    for (int at : List.copyOf(places.get(pair))) {
      int[] before = words.get(at);
      changed.addAll(count(at, -counts.get(at)));
      words.set(at, joined(before, pair, merged));
      changed.addAll(count(at, counts.get(at)));
    }
    pairs.remove(pair);
    places.remove(pair);
    changed.forEach(this::offer);
  }

  private static int[] joined(int[] word, Pair pair, int merged) {
    int[] joined = new int[word.length];
    int length = 0;
    for (int i = 0; i < word.length; i++) {
      boolean here = i + 1 < word.length && word[i] == pair.left && word[i + 1] == pair.right;
      joined[length++] = here ? merged : word[i];
      i += here ? 1 : 0;
    }
    return java.util.Arrays.copyOf(joined, length);
  }

  /** Adds {@code count} to every pair of a word; gives those pairs. */
  private Set<Pair> count(int at, long count) {
    int[] word = words.get(at);
    Set<Pair> touched = new HashSet<>();
    for (int i = 0; i + 1 < word.length; i++) {
      Pair pair = new Pair(word[i], word[i + 1]);
      touched.add(pair);
      pairs.merge(pair, count, Long::sum);
      Set<Integer> where = places.computeIfAbsent(pair, none -> new HashSet<>());
      if (count > 0) {
        where.add(at);
      } else {
        where.remove(at);
      }
    }
    return touched;
  }

  private void offer(Pair pair) {
    long count = pairs.getOrDefault(pair, 0L);
    if (count > 0) {
      queue.add(new Candidate(count, pair, tokens.get(pair.left), tokens.get(pair.right)));
    }
  }
}
