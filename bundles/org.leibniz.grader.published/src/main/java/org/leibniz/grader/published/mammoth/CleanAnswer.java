package org.leibniz.grader.published.mammoth;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leibniz.grader.published.number.Candidates;
import org.leibniz.grader.published.number.PythonFloat;

/** MAmmoTH's {@code answer_clean} for all sets but MATH. */
final class CleanAnswer {
  private static final Pattern TRIGGERS = Pattern.compile("####|The answer is");

  private CleanAnswer() {}

  /** The answer, empty text where there is none. */
  static String of(String text, Rule rule) {
    String s = occursTwice(text, "####") || occursTwice(text, "The answer is") ? firstParagraph(text) : text;
    int behind = -1;
    for (Matcher trigger = TRIGGERS.matcher(s); trigger.find(); ) {
      behind = trigger.end();
    }
    boolean first = behind >= 0;
    s = first ? s.substring(behind) : s;
    int equals = s.lastIndexOf('=');
    s = equals < 0 ? s : s.substring(equals + 1).strip();
    return withoutFinal(
        switch (rule) {
          case CHOICE -> letter(s, first).orElse(withoutDots(s.strip()));
          case NUMGLUE -> {
            String rest = s;
            yield letter(s, first).orElseGet(() -> number(rest, first));
          }
          default -> number(s, first);
        });
  }

  private static Optional<String> letter(String text, boolean first) {
    String upper = text.toUpperCase(Locale.ROOT);
    return (first ? Candidates.LETTER_WORD.first(upper) : Candidates.LETTER_WORD.last(upper)).map(Candidates.Match::text);
  }

  private static String number(String text, boolean first) {
    String bare = text.replace(",", "");
    return (first ? Candidates.MAMMOTH.first(bare) : Candidates.MAMMOTH.last(bare))
        .map(match -> PythonFloat.withoutExtraZeros(match.text()))
        .orElse("");
  }

  private static boolean occursTwice(String text, String trigger) {
    int at = text.indexOf(trigger);
    return at >= 0 && text.indexOf(trigger, at + trigger.length()) >= 0;
  }

  private static String firstParagraph(String text) {
    int end = text.indexOf("\n\n");
    return end < 0 ? text : text.substring(0, end);
  }

  private static String withoutDots(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == '.') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == '.') {
      end--;
    }
    return text.substring(start, end);
  }

  private static String withoutFinal(String text) {
    String s = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return s.endsWith("/") ? s.substring(0, s.length() - 1) : s;
  }
}
