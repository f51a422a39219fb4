package org.leibniz.grader.published.abel;

import java.util.Optional;
import org.leibniz.api.grader.Extraction;
import org.leibniz.grader.published.minerva.FinalAnswer;

/**
 * Abel's extraction: of the text before the first {@code Question}, what follows {@code "#### "} on the last line. A text
 * whose last line has no such mark has no answer, also where an earlier line has one: the original's pattern is anchored.
 */
public final class AbelAnswer {
  private static final String MARK = "#### ";
  private static final String END = "</s>";

  private AbelAnswer() {}

  /** The normalised answer. */
  public static Extraction of(String text) {
    int question = text.indexOf("Question");
    int end = question < 0 ? text.length() : question;
    if (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    int line = text.lastIndexOf('\n', end - 1) + 1;
    int mark = text.indexOf(MARK, line);
    if (mark < 0 || mark + MARK.length() > end) {
      return Extraction.NONE;
    }
    String answer = text.substring(mark + MARK.length(), end);
    if (answer.contains(END)) {
      answer = answer.substring(0, answer.length() - END.length());
    }
    return new Extraction(
        Optional.of(FinalAnswer.normaliseWithPercent(answer)),
        mark + MARK.length(),
        mark + MARK.length() + answer.length(),
        "####");
  }
}
