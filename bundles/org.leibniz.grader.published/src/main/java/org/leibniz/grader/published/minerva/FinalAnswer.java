package org.leibniz.grader.published.minerva;

import java.util.List;

/** The normalisation of a final answer. Linear in the answer's length. */
public final class FinalAnswer {
  /** What is replaced, in order. {@code \%} to {@code %} is an addition of Abel's and GSM-Plus's programs. */
  private static final List<String> REPLACED =
      List.of(
          "an ", "", "a ", "", ".$", "$", "\\$", "", "\\ ", "", "\\%", "%", " ", "", "mbox", "text", ",\\text{and}", ",",
          "\\text{and}", ",", "\\text{m}", "\\text{}");

  private static final List<String> REMOVED =
      List.of(
          "square", "ways", "integers", "dollars", "mph", "inches", "ft", "hours", "km", "units", "\\ldots", "sue", "points",
          "feet", "minutes", "digits", "cents", "degrees", "cm", "gm", "pounds", "meters", "meals", "edges", "students",
          "childrentickets", "multiples", "\\text{s}", "\\text{.}", "\\text{\ns}", "\\text{}^2", "\\text{}^3", "\\text{\n}",
          "\\text{}", "\\mathrm{th}", "^\\circ", "^{\\circ}", "\\;", ",\\!", "{,}", "\"", "\\dots");

  private FinalAnswer() {}

  /** The normal form of Minerva's paper. */
  public static String normalise(String answer) {
    return normalise(answer, false);
  }

  /** The normal form that also turns {@code \%} into {@code %}, as Abel and GSM-Plus do. */
  public static String normaliseWithPercent(String answer) {
    return normalise(answer, true);
  }

  private static String normalise(String answer, boolean percent) {
    String s = answer.substring(answer.lastIndexOf('=') + 1);
    for (int i = 0; i < REPLACED.size(); i += 2) {
      if (percent || !REPLACED.get(i).equals("\\%")) {
        s = s.replace(REPLACED.get(i), REPLACED.get(i + 1));
      }
    }
    for (String removed : REMOVED) {
      s = s.replace(removed, "");
    }
    s = betweenDollars(s);
    for (String command : List.of("\\text{", "\\textbf{", "\\overline{")) {
      s = Braces.unwrapNearest(s, command);
    }
    s = Braces.unwrapFarthest(s, "\\boxed{");
    s = shorthand(s).replace("$", "");
    String digits = s.replace(",", "");
    return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9') ? digits : s;
  }

  /** Of a line with two dollars or more, what the first two enclose, dollars included. */
  private static String betweenDollars(String text) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      int first = line.indexOf('$');
      int second = first < 0 ? -1 : line.indexOf('$', first + 1);
      if (second < 0) {
        kept.append(line);
      } else {
        kept.append(line, first, second + 1).append(line.endsWith("\n") ? "\n" : "");
      }
    }
    return kept.toString();
  }

  /** {@code \fracab} is {@code \frac{a}{b}}, {@code \sqrta} is {@code \sqrt{a}}. */
  private static String shorthand(String text) {
    StringBuilder fractions = new StringBuilder();
    int at = 0;
    for (int next = text.indexOf("frac"); next >= 0; next = text.indexOf("frac", at)) {
      int first = next + 4;
      fractions.append(text, at, first);
      at = first;
      if (first + 1 < text.length() && text.charAt(first) != '{' && text.charAt(first + 1) != '\n') {
        fractions.append('{').append(text.charAt(first)).append("}{").append(text.charAt(first + 1)).append('}');
        at = first + 2;
      }
    }
    String s = fractions.append(text, at, text.length()).toString();
    StringBuilder roots = new StringBuilder();
    at = 0;
    for (int next = s.indexOf("sqrt"); next >= 0; next = s.indexOf("sqrt", at)) {
      int first = next + 4;
      roots.append(s, at, first);
      at = first;
      if (first < s.length() && s.charAt(first) != '{') {
        roots.append('{').append(s.charAt(first)).append('}');
        at = first + 1;
      }
    }
    return roots.append(s, at, s.length()).toString();
  }
}
