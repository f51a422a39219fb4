package org.leibniz.cli.internal.run;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast something goes now: over the last 15 seconds, or over all the time there was. Used by one thread. */
final class Pace {
  private static final long WINDOW_NANOS = 15_000_000_000L;

  private record Point(long nanos, long count) {}

  private final Deque<Point> points = new ArrayDeque<>();

  /** Notes a count; nanos must not decrease. */
  void note(long nanos, long count) {
    if (count == 0) {
      // Time before the first one ended is start-up, which says nothing of the pace.
      points.clear();
    }
    points.addLast(new Point(nanos, count));
    while (points.size() > 2 && nanos - points.getFirst().nanos() > WINDOW_NANOS) {
      points.removeFirst();
    }
  }

  /** Per second, NaN before there is anything to tell. */
  double perSecond() {
    if (points.size() < 2) {
      return Double.NaN;
    }
    long nanos = points.getLast().nanos() - points.getFirst().nanos();
    return nanos <= 0 ? Double.NaN : (points.getLast().count() - points.getFirst().count()) * 1e9 / nanos;
  }
}
