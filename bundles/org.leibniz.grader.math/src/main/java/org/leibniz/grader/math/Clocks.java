package org.leibniz.grader.math;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leibniz.grader.math.Expression.Clock;
import org.leibniz.grader.math.Expression.Numeral;
import org.leibniz.grader.math.Expression.Ratio;

/** Times of day. A ratio and a time look alike: it is a time with a.m. or p.m., or with minutes that begin with a zero. */
final class Clocks {
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2}) ?: ?(\\d{2})(?!\\d)(?: ?(?:\\\\text ?)?\\{? ?([ap])\\.? ?m\\b\\.? ?}?)?", Pattern.CASE_INSENSITIVE);
  private static final int HALF_DAY = 720;
  private static final int LOOK = 40;

  private Clocks() {}

  /** Takes a time, if one begins here. */
  static Optional<Expression> read(Cursor cursor) {
    if (!Cursor.isDigit(cursor.peek())) {
      return Optional.empty();
    }
    int at = cursor.at();
    Matcher time = TIME.matcher(cursor.text()).region(at, Math.min(cursor.text().length(), at + LOOK));
    if (!time.lookingAt() || time.group(3) == null && !time.group(2).startsWith("0")) {
      return Optional.empty();
    }
    int hours = Integer.parseInt(time.group(1));
    boolean named = time.group(3) != null;
    if (named) {
      hours = hours % 12 + (time.group(3).equalsIgnoreCase("p") ? 12 : 0);
    }
    cursor.moveTo(time.end());
    return Optional.of(new Clock(hours * 60 + Integer.parseInt(time.group(2)), named));
  }

  /** Equal times; where one does not say which half of the day, either. */
  static boolean same(Expression a, Expression b) {
    Optional<Clock> x = clock(a);
    Optional<Clock> y = clock(b);
    if (x.isEmpty() || y.isEmpty()) {
      return false;
    }
    boolean exact = x.get().named() == y.get().named();
    return exact
        ? x.get().minutes() == y.get().minutes()
        : Math.floorMod(x.get().minutes(), HALF_DAY) == Math.floorMod(y.get().minutes(), HALF_DAY);
  }

  private static Optional<Clock> clock(Expression value) {
    if (value instanceof Clock clock) {
      return Optional.of(clock);
    }
    if (value instanceof Ratio(List<Expression> parts)
        && parts.size() == 2
        && parts.get(0) instanceof Numeral hours
        && parts.get(1) instanceof Numeral minutes
        && small(hours)
        && small(minutes)) {
      return Optional.of(
          new Clock(hours.value().numerator().intValue() * 60 + minutes.value().numerator().intValue(), false));
    }
    return Optional.empty();
  }

  private static boolean small(Numeral numeral) {
    return numeral.value().isInteger() && numeral.value().numerator().bitLength() < 7;
  }
}
