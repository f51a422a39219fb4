package org.leibniz.cli.internal.grade;

/**
 * Tells a whole text, from which an answer has to be extracted, from a bare answer such as {@code 3/4}. Extraction must not
 * be tried on a bare answer: a rule that takes the last number would make 4 of it.
 */
final class WholeText {
  private static final int WORDS = 8;

  private WholeText() {}

  static boolean is(String text) {
    String trimmed = text.strip();
    String lower = trimmed.toLowerCase(java.util.Locale.ROOT);
    return trimmed.indexOf('\n') >= 0
        || trimmed.contains("\\boxed")
        || trimmed.contains("####")
        || lower.contains("answer is")
        || lower.contains("answer:")
        || words(trimmed) >= WORDS;
  }

  /** Words of two letters or more, without the names of LaTeX commands. */
  private static int words(String text) {
    int words = 0;
    int letters = 0;
    boolean command = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetter(c)) {
        letters++;
        continue;
      }
      if (letters >= 2 && !command) {
        words++;
      }
      letters = 0;
      command = c == '\\';
    }
    return words;
  }
}
