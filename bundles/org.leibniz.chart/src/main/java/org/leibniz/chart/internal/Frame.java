package org.leibniz.chart.internal;

import java.awt.Font;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.leibniz.chart.ChartSpec;

/** A plot with its title, subtitle, legend and footnotes, and the size it wants to be drawn at. */
public record Frame(JFreeChart chart, int width, int height) {
  static final double MARGIN = 16;

  static Frame of(
      ChartSpec spec, Plot plot, LegendItemCollection legend, List<String> footnotes, int width, int height) {
    Palette palette = Palette.of(spec.theme());
    JFreeChart chart = new JFreeChart(null, Fonts.PLAIN, plot, false);
    chart.setBackgroundPaint(palette.ground());
    chart.setPadding(new RectangleInsets(12, MARGIN, 10, MARGIN));
    if (!spec.title().isEmpty()) {
      chart.addSubtitle(text(spec.title(), Fonts.TITLE, palette.text(), RectangleEdge.TOP, 0, 2));
    }
    if (!spec.subtitle().isEmpty()) {
      chart.addSubtitle(text(spec.subtitle(), Fonts.PLAIN, palette.muted(), RectangleEdge.TOP, 0, 4));
    }
    if (legend.getItemCount() > 0) {
      chart.addSubtitle(legend(legend, palette));
    }
    // Titles at one edge are laid out from the edge inwards, so the last footnote comes first.
    for (int i = footnotes.size() - 1; i >= 0; i--) {
      chart.addSubtitle(text(footnotes.get(i), Fonts.SMALL, palette.muted(), RectangleEdge.BOTTOM, 2, 0));
    }
    return new Frame(chart, width, height);
  }

  /** Height of everything around the plot, roughly: what is left over or missing is taken by the plot. */
  static int surroundings(ChartSpec spec, int legendLines, List<String> footnotes, int width) {
    double charactersPerLine = width / 6.0;
    double footnoteLines = footnotes.stream().mapToDouble(note -> Math.ceil(note.length() / charactersPerLine)).sum();
    return (int)
        (22
            + (spec.title().isEmpty() ? 0 : 24)
            + (spec.subtitle().isEmpty() ? 0 : 20)
            + legendLines * 22
            + footnoteLines * 16);
  }

  private static TextTitle text(
      String text, Font font, java.awt.Paint paint, RectangleEdge edge, double above, double below) {
    TextTitle title = new TextTitle(text, font);
    title.setPaint(paint);
    title.setPosition(edge);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setMargin(above, 0, below, 0);
    title.setPadding(RectangleInsets.ZERO_INSETS);
    return title;
  }

  private static LegendTitle legend(LegendItemCollection items, Palette palette) {
    LegendTitle legend = new LegendTitle(() -> items);
    legend.setPosition(RectangleEdge.TOP);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setItemFont(Fonts.PLAIN);
    legend.setItemPaint(palette.text());
    legend.setBackgroundPaint(palette.ground());
    legend.setFrame(BlockBorder.NONE);
    legend.setMargin(2, 0, 4, 0);
    legend.setLegendItemGraphicPadding(new RectangleInsets(2, 0, 2, 4));
    legend.setItemLabelPadding(new RectangleInsets(2, 2, 2, 14));
    return legend;
  }
}
