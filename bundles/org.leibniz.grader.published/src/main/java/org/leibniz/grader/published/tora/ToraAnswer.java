package org.leibniz.grader.published.tora;

import java.util.Optional;
import org.leibniz.api.grader.Extraction;
import org.leibniz.grader.published.number.Candidates;

/** ToRA's {@code extract_answer}: box, sentence, program output, last number, in this order. */
public final class ToraAnswer {
  private static final String BOX = "boxed";
  private static final String SENTENCE = "he answer is";
  private static final String OUTPUT = "```output";

  private ToraAnswer() {}

  /** The normalised answer of a whole trace; none where it is empty. */
  public static Extraction of(String trace) {
    int box = trace.lastIndexOf(BOX);
    if (box >= 0) {
      return finish(boxed(trace.substring(box + BOX.length())), "boxed");
    }
    int sentence = trace.lastIndexOf(SENTENCE);
    if (sentence >= 0) {
      return finish(trace.substring(sentence + SENTENCE.length()).strip(), "sentence");
    }
    String output = output(trace);
    if (!output.isEmpty()) {
      return finish(output, "output");
    }
    return finish(
        Candidates.DECIMAL.last(trace.replace(",", "")).map(Candidates.Match::text).orElse(""), "last-number");
  }

  /** With balanced braces; without an opening one, up to a dollar. */
  private static String boxed(String rest) {
    if (!rest.startsWith("{")) {
      int dollar = rest.indexOf('$');
      return (dollar < 0 ? rest : rest.substring(0, dollar)).strip();
    }
    int depth = 1;
    for (int i = 1; i < rest.length(); i++) {
      depth += rest.charAt(i) == '{' ? 1 : rest.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return rest.substring(1, i);
      }
    }
    return rest.substring(1);
  }

  private static String output(String trace) {
    int at = trace.lastIndexOf(OUTPUT);
    if (at < 0) {
      return "";
    }
    int close = trace.indexOf("```", at + OUTPUT.length());
    return trace.substring(at + OUTPUT.length(), close < 0 ? trace.length() : close).strip();
  }

  /** The first line without a leading colon, a final dot and a final slash. */
  private static Extraction finish(String found, String rule) {
    int line = found.indexOf('\n');
    String s = line < 0 ? found : found.substring(0, line);
    s = s.startsWith(":") ? s.substring(1) : s;
    s = s.endsWith(".") ? s.substring(0, s.length() - 1) : s;
    s = s.endsWith("/") ? s.substring(0, s.length() - 1) : s;
    String answer = ToraText.normalise(s);
    return answer.isEmpty() ? Extraction.NONE : new Extraction(Optional.of(answer), -1, -1, rule);
  }
}
