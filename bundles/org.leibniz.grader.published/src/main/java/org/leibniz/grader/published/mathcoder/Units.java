package org.leibniz.grader.published.mathcoder;

import java.util.List;

/**
 * The released removal of units: each is deleted wherever it stands, as a part of a word too, with a square or a cube behind
 * it. Two oddities are kept: {@code kb/h} and {@code slices} are one word (a comma is missing in the original list), and the
 * list holds the empty text, which deletes every {@code ^2} and {@code ^3}.
 */
final class Units {
  private static final List<String> WORDS =
      List.of(
          "cookies", "screws", "square", "degree", "pints", "mb/h", "mb/s", "kb/hslices", "oranges", "persecond",
          "ies/hour", "eephants/hour", "liters", "sq.ft.", "inches", "hours", "feet", "minutes", "seconds", "cents", "mph",
          "meters", "yearsod", "rams", "centimeters", "kiorams", "years", "weeks", "miesperhour", "miles", "units", "km",
          "mm", "ms", "am", "mbperhour", "mg", "kg", "", "cm", "€", "ml", "pm", "gb", "");
  private static final List<String> BRACED = List.of("m", "p", "g", "l", "s", "ft");

  private Units() {}

  static String remove(String text) {
    String s = text;
    for (String word : WORDS) {
      s = delete(s, word);
      s = delete(s, "{}");
    }
    for (String unit : BRACED) {
      s = delete(s, "{" + unit + "}");
    }
    return s.replace("ft^3", "").replace("ft^2", "");
  }

  private static String delete(String text, String unit) {
    if (!unit.isEmpty() && !text.contains(unit)) {
      return text;
    }
    String s = text.replace(unit + "^3", "").replace(unit + "^2", "");
    return unit.isEmpty() ? s : s.replace(unit, "");
  }
}
