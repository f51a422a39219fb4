package org.leibniz.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything about a chart but its data.
 *
 * @param title the first line; empty for none
 * @param subtitle a smaller second line; empty for none
 * @param width in pixels (SVG, PDF: points); 0 for one that fits the data
 * @param height likewise
 * @param footnotes lines under the chart, for instance that a run only replays demonstration texts
 */
public record ChartSpec(
    ChartKind kind, String title, String subtitle, Theme theme, int width, int height, List<String> footnotes) {
  public ChartSpec {
    footnotes = List.copyOf(footnotes);
    if (width < 0 || height < 0 || width > 20_000 || height > 20_000) {
      throw new IllegalArgumentException("a chart of " + width + " × " + height);
    }
  }

  /** A light chart of the size that fits its data. */
  public static ChartSpec of(ChartKind kind, String title) {
    return new ChartSpec(kind, title, "", Theme.LIGHT, 0, 0, List.of());
  }

  public ChartSpec withSubtitle(String other) {
    return new ChartSpec(kind, title, other, theme, width, height, footnotes);
  }

  public ChartSpec withTheme(Theme other) {
    return new ChartSpec(kind, title, subtitle, other, width, height, footnotes);
  }

  public ChartSpec withSize(int otherWidth, int otherHeight) {
    return new ChartSpec(kind, title, subtitle, theme, otherWidth, otherHeight, footnotes);
  }

  /** The same with more footnotes after its own. */
  public ChartSpec withFootnotes(List<String> more) {
    List<String> all = new ArrayList<>(footnotes);
    all.addAll(more);
    return new ChartSpec(kind, title, subtitle, theme, width, height, all);
  }
}
