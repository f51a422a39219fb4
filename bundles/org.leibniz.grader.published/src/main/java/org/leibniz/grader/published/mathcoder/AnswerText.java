package org.leibniz.grader.published.mathcoder;

import java.util.List;
import java.util.Locale;

/** The clean-up that the released {@code evaluate.py} applies to the gold answer and to the completion alike. */
public final class AnswerText {
  private AnswerText() {}

  /**
   * A letter A to D where the completion boxes it or says {@code Answer: X }, else the completion. The letters are looked for
   * in order, in what the one before left.
   */
  public static String choice(String completion) {
    String text = completion;
    for (String letter : List.of("A", "B", "C", "D")) {
      if (text.contains("oxed{" + letter + " ")
          || text.contains("oxed{" + letter + ". ")
          || text.contains("oxed{" + letter + "}")
          || text.contains("Answer: " + letter + " ")) {
        text = letter;
      }
    }
    return text;
  }

  /** The answer inside a text, without LaTeX decoration and units. */
  public static String clean(String text) {
    String s = behindLast(text.toLowerCase(Locale.ROOT), " is ").replace("{}", "");
    s = beforeStrayBrace(boxed(s));
    s = behindLast(behindLast(s, "="), "\\approx");
    s = s.replace("answer:", "").replace("∞", "\\infty").replace("+\\infty", "\\infty");
    s = s.replace("\\\\", "\\").replace("\n", "").replace("\\text", "").replace("\\mbox", "");
    s = s.replace("bmatrix", "pmatrix");
    s = behindLast(behindLast(before(before(s, "\\)"), "\\]"), "\\("), "\\[").replace("..</s>", "");
    return Units.remove(NormalForm.of(s));
  }

  /** All ASCII letters deleted: the rule for predictions on GSM8K. */
  public static String withoutLetters(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /** From the first {@code oxed{} to the last closing brace of all; the whole text where there is no such pair. */
  private static String boxed(String text) {
    int open = text.indexOf("oxed{");
    int close = text.lastIndexOf('}');
    return open >= 0 && close >= open + 5 ? text.substring(open + 5, close) : text;
  }

  private static String beforeStrayBrace(String text) {
    int close = text.indexOf('}');
    int open = text.indexOf('{');
    return close >= 0 && (open < 0 || close < open) ? text.substring(0, close) : text;
  }

  private static String behindLast(String text, String mark) {
    int at = text.lastIndexOf(mark);
    return at < 0 ? text : text.substring(at + mark.length());
  }

  private static String before(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }
}
