package org.leibniz.grader.math;

import java.util.Locale;

/** Tells sentences from formulas. */
final class Prose {
  private static final int WORDS = 3;

  private Prose() {}

  /** Whether at least three words that mean nothing in mathematics stand in a cleaned text, none of them in a command. */
  static boolean is(String cleaned) {
    int words = 0;
    int at = 0;
    while (at < cleaned.length()) {
      char c = cleaned.charAt(at);
      if (!Cursor.isLetter(c)) {
        at++;
        continue;
      }
      int end = at;
      while (end < cleaned.length() && Cursor.isLetter(cleaned.charAt(end))) {
        end++;
      }
      boolean alone = (at == 0 || " {(,.-".indexOf(cleaned.charAt(at - 1)) >= 0)
          && (end == cleaned.length() || " })'.,:-".indexOf(cleaned.charAt(end)) >= 0);
      String word = cleaned.substring(at, Math.min(end, at + 20)).toLowerCase(Locale.ROOT);
      if (alone && end - at > 1 && !AtomReader.isMathematics(word) && !TermReader.isConnective(word) && !isEnvironment(cleaned, at)) {
        words++;
      }
      at = end;
    }
    return words >= WORDS;
  }

  private static boolean isEnvironment(String text, int at) {
    return at > 4 && text.charAt(at - 1) == '{' && (text.startsWith("begin", at - 6) || text.startsWith("end", at - 4));
  }

  /** Behind letters and, where they are a name and not a word run into a number, the digits that belong to it. */
  static int behindLetters(String text, int from) {
    int at = from;
    boolean lower = true;
    while (at < text.length() && Cursor.isLetter(text.charAt(at))) {
      lower &= Character.isLowerCase(text.charAt(at));
      at++;
    }
    boolean word = lower && at - from > 1 && (from == 0 || text.charAt(from - 1) != '\\');
    if (at == from) {
      at++;
    }
    while (!word && at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '{' && text.charAt(from) == '_')) {
      at++;
    }
    return at;
  }
}
