package org.leibniz.grader.math;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What some words alone mean: numbers and sets. */
final class Wording {
  private static final List<String> NUMBERS =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty");
  private static final Set<String> REALS = Set.of("all real numbers", "all reals", "real numbers", "the real numbers", "allrealnumbers");
  private static final Set<String> NOTHING = Set.of("no solution", "no solutions", "empty set", "the empty set", "no real solutions", "nosolution");
  static final Expression ALL_REALS =
      new Expression.Bracket(
          '(', List.of(Expression.negate(Expression.Constant.INFINITY), Expression.Constant.INFINITY), ')');

  private Wording() {}

  /** Whether the whole of a cleaned text is one of the sets known here. */
  static boolean isKnown(String cleaned) {
    String words = words(cleaned);
    return REALS.contains(words) || NOTHING.contains(words) || words.equals("infinity");
  }

  /** A cleaned text without text commands and braces, in lower case. */
  static String words(String cleaned) {
    return cleaned.replace("\\text", "").replace("{", "").replace("}", "").toLowerCase(Locale.ROOT).strip();
  }

  /** The number that a word names, -1 where it names none. */
  static int number(String word) {
    return NUMBERS.indexOf(word.toLowerCase(Locale.ROOT));
  }

  static Expression value(String phrase) {
    String words = phrase.toLowerCase(Locale.ROOT).strip();
    int number = NUMBERS.indexOf(words);
    if (number >= 0) {
      return Expression.Numeral.of(number);
    }
    if (REALS.contains(words)) {
      return ALL_REALS;
    }
    if (words.equals("infinity")) {
      return Expression.Constant.INFINITY;
    }
    return NOTHING.contains(words) ? new Expression.Bracket('{', List.of(), '}') : new Expression.Words(words);
  }
}
