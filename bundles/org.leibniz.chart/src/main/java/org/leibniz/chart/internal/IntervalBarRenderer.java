package org.leibniz.chart.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.leibniz.chart.Bar;
import org.leibniz.chart.Series;

/** Draws a bar with its interval, which is seldom symmetric, and its number beyond both. */
final class IntervalBarRenderer extends BarRenderer {
  private static final long serialVersionUID = 1L;
  private static final BasicStroke INTERVAL = new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  private static final BasicStroke OUTLINE = new BasicStroke(0.9f);

  private final transient Bar[][] bars;
  private final transient List<Series> series;
  private final transient Palette palette;

  IntervalBarRenderer(Bar[][] bars, List<Series> series, Palette palette) {
    this.bars = bars;
    this.series = series;
    this.palette = palette;
    setShadowVisible(false);
    setItemMargin(0.06);
    setMaximumBarWidth(0.12);
  }

  @Override
  public void drawItem(
      Graphics2D g2,
      CategoryItemRendererState state,
      Rectangle2D dataArea,
      CategoryPlot plot,
      CategoryAxis domainAxis,
      ValueAxis rangeAxis,
      CategoryDataset dataset,
      int row,
      int column,
      int pass) {
    Bar bar = bars[row][column];
    if (bar == null) {
      return;
    }
    boolean standing = plot.getOrientation() == PlotOrientation.VERTICAL;
    double start =
        calculateBarW0(plot, plot.getOrientation(), dataArea, domainAxis, state, state.getVisibleSeriesIndex(row), column);
    Line line = new Line(g2, standing, start + state.getBarWidth() / 2, state.getBarWidth());
    double zero = position(0, rangeAxis, dataArea, plot);
    double value = position(Double.isNaN(bar.value()) ? 0 : bar.value(), rangeAxis, dataArea, plot);
    fill(g2, line.rectangle(zero, value), palette.series(row), series.get(row).published());
    double end = value;
    if (bar.hasInterval()) {
      end = position(bar.high(), rangeAxis, dataArea, plot);
      g2.setPaint(palette.text());
      g2.setStroke(INTERVAL);
      line.interval(position(bar.low(), rangeAxis, dataArea, plot), end);
    }
    line.number(ShareAxis.printed(bar.value()), end, palette);
  }

  private void fill(Graphics2D g2, Rectangle2D area, Color colour, boolean published) {
    if (!published) {
      g2.setPaint(colour);
      g2.fill(area);
      return;
    }
    g2.setPaint(palette.pale(colour));
    g2.fill(area);
    g2.setPaint(colour);
    g2.setStroke(OUTLINE);
    g2.draw(Hatch.of(area));
  }

  private static double position(double value, ValueAxis axis, Rectangle2D dataArea, CategoryPlot plot) {
    return axis.valueToJava2D(value, dataArea, plot.getRangeAxisEdge());
  }

  /** The line in the middle of a bar, along which it is measured; {@code centre} is across it. */
  private record Line(Graphics2D g2, boolean standing, double centre, double width) {
    Rectangle2D rectangle(double from, double to) {
      double start = Math.min(from, to);
      double length = Math.abs(to - from);
      return standing
          ? new Rectangle2D.Double(centre - width / 2, start, width, length)
          : new Rectangle2D.Double(start, centre - width / 2, length, width);
    }

    void interval(double from, double to) {
      double cap = Math.min(4, width / 4);
      draw(centre, from, centre, to);
      draw(centre - cap, from, centre + cap, from);
      draw(centre - cap, to, centre + cap, to);
    }

    private void draw(double across1, double along1, double across2, double along2) {
      g2.draw(
          standing
              ? new Line2D.Double(across1, along1, across2, along2)
              : new Line2D.Double(along1, across1, along2, across2));
    }

    /** On a patch of the ground's colour, so that no grid line runs through the digits. */
    void number(String text, double end, Palette palette) {
      g2.setFont(Fonts.SMALL);
      double length = g2.getFontMetrics().stringWidth(text);
      TextAnchor anchor = standing ? TextAnchor.BOTTOM_CENTER : TextAnchor.CENTER_LEFT;
      float x = (float) (standing ? centre : end + 4);
      float y = (float) (standing ? end - 3 : centre);
      g2.setPaint(palette.ground());
      g2.fill(
          standing
              ? new Rectangle2D.Double(x - length / 2, y - 11, length, 10)
              : new Rectangle2D.Double(x - 1, y - 5, length + 2, 10));
      g2.setPaint(palette.text());
      TextUtils.drawAlignedString(text, g2, x, y, anchor);
    }
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
