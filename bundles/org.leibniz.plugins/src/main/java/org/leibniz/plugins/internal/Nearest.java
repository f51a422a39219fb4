package org.leibniz.plugins.internal;

import java.util.Collection;
import java.util.Comparator;

/** The known word nearest to a misspelt one. */
public final class Nearest {
  /** Longer words are compared by their beginnings: what is misspelt may be hostile, and the comparison is quadratic. */
  private static final int LONGEST = 100;

  private Nearest() {}

  /** {@code ; did you mean 'x'?}, or an empty text where nothing is near. */
  public static String suggestion(String word, Collection<String> known) {
    int limit = Math.max(2, Math.min(word.length(), LONGEST) / 3);
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(candidate -> distance(word, candidate) <= limit)
        .map(candidate -> "; did you mean '" + candidate + "'?")
        .orElse("");
  }

  /** Levenshtein distance. */
  private static int distance(String first, String second) {
    String a = first.substring(0, Math.min(LONGEST, first.length()));
    String b = second.substring(0, Math.min(LONGEST, second.length()));
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
