package org.leibniz.grader.published.mammoth;

import org.leibniz.grader.published.hendrycks.Fractions;
import org.leibniz.grader.published.number.Candidates;

/** MAmmoTH's {@code extract_math_answer}, for MATH. */
final class MathAnswer {
  private static final String BOX = "boxed";

  private MathAnswer() {}

  /** The normalised answer, empty text where there is none. */
  static String of(String text) {
    String found = found(text);
    found = found.endsWith(".") ? found.substring(0, found.length() - 1) : found;
    found = found.endsWith("/") ? found.substring(0, found.length() - 1) : found;
    String answer = normalise(found);
    return answer.contains(BOX) ? normalise(boxed(answer)) : answer;
  }

  private static String found(String text) {
    for (String sentence : new String[] {"The answer is ", "the answer is "}) {
      int at = text.lastIndexOf(sentence);
      if (at >= 0) {
        return text.substring(at + sentence.length()).strip();
      }
    }
    return text.contains(BOX)
        ? normalise(boxed(text))
        : Candidates.DECIMAL.last(text).map(Candidates.Match::text).orElse("");
  }

  /** What the last box holds; without braces, what precedes the next dollar. */
  private static String boxed(String text) {
    String rest = text.substring(text.lastIndexOf(BOX) + BOX.length());
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

  /** Hendrycks's normal form that never fails, keeps 0.5 and cuts at the first unit of several. */
  static String normalise(String text) {
    String s = text.replace("\n", "").replace("\\!", "").replace("\\\\", "\\");
    s = s.replace("tfrac", "frac").replace("dfrac", "frac").replace("\\left", "").replace("\\right", "");
    s = s.replace("^{\\circ}", "").replace("^\\circ", "").replace("\\$", "");
    int unit = s.indexOf("\\text{ ");
    s = (unit < 0 ? s : s.substring(0, unit)).replace("\\%", "").replace(" .", " 0.").replace("{.", "{0.");
    if (s.isEmpty()) {
      return s;
    }
    s = s.charAt(0) == '.' ? "0" + s : s;
    int equals = s.indexOf('=');
    if (equals >= 0 && equals <= 2 && s.indexOf('=', equals + 1) < 0) {
      s = s.substring(equals + 1);
    }
    return Fractions.ofSlash(Fractions.braceFractions(Fractions.braceRoots(s).replace(" ", "")));
  }
}
