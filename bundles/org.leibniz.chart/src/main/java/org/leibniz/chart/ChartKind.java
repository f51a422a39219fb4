package org.leibniz.chart;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leibniz.api.LeibnizException;

/** What a chart shows. */
public enum ChartKind {
  /** Accuracy per subject, one or several runs side by side. */
  SUBJECTS,
  /** Accuracy per level. */
  LEVELS,
  /** Accuracy of every run in every subject, as coloured cells. */
  HEATMAP,
  /** Two runs: paired difference per subject and overall. */
  COMPARE,
  /** Several runs: paired difference of each against the first. */
  FOREST;

  /** The name used on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @throws LeibnizException {@code BAD_USAGE} for a name that is none */
  public static ChartKind of(String id) {
    for (ChartKind kind : values()) {
      if (kind.id().equals(id)) {
        return kind;
      }
    }
    String known = Arrays.stream(values()).map(ChartKind::id).collect(Collectors.joining(", "));
    throw LeibnizException.usage("no chart kind '" + id + "'; there are " + known);
  }
}
