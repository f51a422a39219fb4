package org.leibniz.grader.published.gsmplus;

import java.util.Optional;
import org.leibniz.api.grader.Extraction;
import org.leibniz.grader.published.abel.AbelAnswer;
import org.leibniz.grader.published.number.Candidates;
import org.leibniz.grader.published.number.PythonFloat;
import org.leibniz.grader.published.number.RoundedNumber;
import org.leibniz.grader.published.tora.ToraAnswer;

/** The answer of a text by one of the rules. Linear in the text. */
final class GsmPlusAnswer {
  private static final String MARK = "####";
  private static final String METAMATH = "The answer is:";

  private GsmPlusAnswer() {}

  static Extraction of(String text, Rule rule) {
    return switch (rule) {
      case AUTO -> of(text, Rule.ofText(text));
      case ABEL -> named(AbelAnswer.of(text), rule);
      case GPT -> found(marked(bare(text)), rule);
      case METAMATH_7B -> found(behindSentence(bare(text)), rule);
      case METAMATH_70B -> found(RoundedNumber.of(text, METAMATH + " "), rule);
      case TORA -> named(ToraAnswer.of(text), rule);
    };
  }

  private static Extraction named(Extraction found, Rule rule) {
    return new Extraction(found.answer(), found.start(), found.end(), found.answer().isPresent() ? rule.id() : "none");
  }

  private static Extraction found(Optional<String> answer, Rule rule) {
    return answer
        .map(PythonFloat::withoutExtraZeros)
        .map(shortest -> Extraction.of(shortest, rule.id()))
        .orElse(Extraction.NONE);
  }

  private static String bare(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '.') {
      end--;
    }
    return text.substring(0, end).replace(",", "");
  }

  private static Optional<String> marked(String text) {
    int question = text.indexOf("Question");
    String s = question < 0 ? text : text.substring(0, question);
    return behindMark(s).or(() -> Candidates.GSM_PLUS.last(s)).map(Candidates.Match::text);
  }

  /** The first number behind the first mark of the last line that has one. */
  private static Optional<Candidates.Match> behindMark(String text) {
    int last = text.lastIndexOf(MARK);
    if (last < 0) {
      return Optional.empty();
    }
    int mark = text.indexOf(MARK, text.lastIndexOf('\n', last) + 1);
    int line = text.indexOf('\n', mark);
    return Candidates.GSM_PLUS.first(text.substring(mark + MARK.length(), line < 0 ? text.length() : line));
  }

  /** Between the first sentence and the second, as the original splits. */
  private static Optional<String> behindSentence(String text) {
    int at = text.indexOf(METAMATH);
    String s = text;
    if (at >= 0) {
      int next = text.indexOf(METAMATH, at + METAMATH.length());
      s = text.substring(at + METAMATH.length(), next < 0 ? text.length() : next);
    }
    return Candidates.GSM_PLUS.last(s).map(Candidates.Match::text);
  }
}
