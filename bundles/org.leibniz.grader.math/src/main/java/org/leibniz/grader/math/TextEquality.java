package org.leibniz.grader.math;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Equality of answers as texts: without spacing, text commands and braces; words without case; letters of choices. */
final class TextEquality {
  private static final Map<String, String> SYNONYMS = Map.of("true", "yes", "false", "no", "t", "t");

  private static final List<String> ARTICLES = List.of("a ", "an ", "the ");

  private TextEquality() {}

  /** The cleaned text without blanks, text commands and outer braces. */
  static String normal(String cleaned) {
    StringBuilder kept = new StringBuilder(cleaned.length());
    for (int i = article(cleaned); i < cleaned.length(); i++) {
      if (cleaned.startsWith("\\text", i) && (i + 5 >= cleaned.length() || !Cursor.isLetter(cleaned.charAt(i + 5)))) {
        i += 4;
      } else if (cleaned.charAt(i) != ' ') {
        kept.append(cleaned.charAt(i));
      }
    }
    int start = 0;
    int end = kept.length();
    while (end - start > 1 && kept.charAt(start) == '{' && kept.charAt(end - 1) == '}' && closes(kept, start, end)) {
      start++;
      end--;
    }
    return kept.substring(start, end);
  }

  /** The length of an article in front of words alone, as in "an ellipse". */
  private static int article(String cleaned) {
    for (String article : ARTICLES) {
      if (cleaned.regionMatches(true, 0, article, 0, article.length())
          && cleaned.length() > article.length() + 2
          && cleaned.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-')) {
        return article.length();
      }
    }
    return 0;
  }

  private static boolean closes(StringBuilder text, int start, int end) {
    int level = 0;
    for (int i = start; i < end - 1; i++) {
      level += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (level == 0) {
        return false;
      }
    }
    // Only a short wrapping is worth looking at again, so that the search stays linear.
    return start < 20;
  }

  /** The words of a text of letters only, in lower case; empty for anything else. */
  static Optional<String> words(String normal) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < normal.length(); i++) {
      char c = normal.charAt(i);
      if (Character.isLetter(c)) {
        kept.append(c);
      } else if ("{}-'.,!\"".indexOf(c) < 0) {
        return Optional.empty();
      }
    }
    if (kept.length() < 2) {
      return Optional.empty();
    }
    String lower = kept.toString().toLowerCase(Locale.ROOT);
    return Optional.of(SYNONYMS.getOrDefault(lower, lower));
  }

  /** The letter of a choice, alone or in brackets, with what the choice says behind it or not. */
  static Optional<Character> letter(String text) {
    String bare = text.replace("\\text", "").replace("{", "").replace("}", "").strip();
    boolean open = bare.startsWith("(");
    int at = open ? 1 : 0;
    if (at >= bare.length()) {
      return Optional.empty();
    }
    char c = Character.toUpperCase(bare.charAt(at));
    if (c < 'A' || c > 'J') {
      return Optional.empty();
    }
    String rest = bare.substring(at + 1).strip();
    boolean ends = open ? rest.startsWith(")") : rest.isEmpty() || rest.equals(".") || rest.equals(")") || rest.startsWith(") ") || rest.startsWith(". ") || rest.startsWith(": ");
    return ends ? Optional.of(c) : Optional.empty();
  }

  /** What stands behind a choice's letter in brackets, the text itself where there is none. */
  static String withoutLabel(String text) {
    String bare = text.startsWith("{(") ? text.substring(1, text.endsWith("}") ? text.length() - 1 : text.length()) : text;
    boolean label = bare.length() > 3 && bare.charAt(0) == '(' && bare.charAt(2) == ')' && Cursor.isLetter(bare.charAt(1));
    if (!label) {
      return text;
    }
    String rest = bare.substring(3).strip();
    char first = rest.isEmpty() ? '\0' : rest.charAt(0);
    return Cursor.isDigit(first) || first == '-' || first == '\\' || first == '.' ? rest : text;
  }
}
