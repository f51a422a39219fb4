package org.leibniz.dataset.competition;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The publisher's name of a MATH problem: {@code test/counting_and_probability/12.json}. */
record MathId(String split, String subject, int number) {
  private static final Pattern FORM = Pattern.compile("(test|train)/([a-z_]{1,40})/(\\d{1,7})\\.json");

  static Optional<MathId> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new MathId(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  /** The folder of a type: {@code Counting & Probability} lies in {@code counting_and_probability}. */
  static String subjectOf(String type) {
    return type.strip().toLowerCase(Locale.ROOT).replace("&", "and").replaceAll("\\s+", "_");
  }

  @Override
  public String toString() {
    return split + "/" + subject + "/" + number + ".json";
  }
}
