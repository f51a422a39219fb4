package org.leibniz.grader.math;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day. A ratio and a time look alike: it is a time with a.m. or p.m., or with minutes that begin with a zero. */
final class Clocks {
  private static final Pattern TIME =
      Pattern.compile("\\s*(\\d{1,2})\\s*:\\s*(\\d{2})\\s*(?:\\\\text)?\\s*\\{?\\s*(?:([ap])\\.?\\s?m\\.?)?\\s*}?\\s*");

  private Clocks() {}

  static Optional<Expression> read(String text) {
    if (text.length() > 40) {
      return Optional.empty();
    }
    Matcher time = TIME.matcher(text.toLowerCase(Locale.ROOT));
    if (!time.matches() || time.group(3) == null && !time.group(2).startsWith("0")) {
      return Optional.empty();
    }
    int hours = Integer.parseInt(time.group(1));
    int minutes = Integer.parseInt(time.group(2));
    if (time.group(3) != null) {
      hours = hours % 12 + (time.group(3).equals("p") ? 12 : 0);
    }
    return Optional.of(new Expression.Clock(hours * 60 + minutes));
  }
}
