package org.leibniz.cli.internal.text;

import java.util.Locale;
import org.leibniz.api.metric.Measure;

/** Numbers as tables and messages show them. */
public final class Figures {
  private Figures() {}

  /** A share as {@code 84.7 %}. */
  public static String percent(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** An interval of shares in percent, as {@code 82.6–86.5}. */
  public static String interval(double low, double high) {
    return Double.isNaN(low) || Double.isNaN(high)
        ? "–"
        : String.format(Locale.ROOT, "%.1f–%.1f", 100 * low, 100 * high);
  }

  /** A difference of shares in points, as {@code +2.35}. */
  public static String points(double difference) {
    return Double.isNaN(difference) ? "–" : String.format(Locale.ROOT, "%+.2f", 100 * difference);
  }

  public static String decimal(double value, int digits) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** A time as {@code 850 ms}, {@code 12.4 s}, {@code 3:05 min} or {@code 2:10:00 h}. */
  public static String time(double seconds) {
    if (Double.isNaN(seconds) || Double.isInfinite(seconds) || seconds < 0) {
      return "–";
    }
    if (seconds < 1) {
      return Math.round(seconds * 1000) + " ms";
    }
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d h", whole / 3600, whole % 3600 / 60, whole % 60);
  }

  public static String bytes(long bytes) {
    if (bytes < 1 << 10) {
      return bytes + " B";
    }
    String[] units = {"KiB", "MiB", "GiB", "TiB"};
    double value = bytes / 1024.0;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
  }

  public static String measure(Measure measure) {
    if (Double.isNaN(measure.value())) {
      return "–";
    }
    return switch (measure.unit()) {
      case "share" -> percent(measure.value());
      case "milliseconds" -> time(measure.value() / 1000);
      case "tokens" -> decimal(measure.value(), 0) + " tokens";
      default ->
          measure.value() == Math.rint(measure.value()) && Math.abs(measure.value()) < 1e15
              ? count((long) measure.value())
              : decimal(measure.value(), 2);
    };
  }
}
