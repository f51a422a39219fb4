package org.leibniz.chart.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.leibniz.chart.Bar;
import org.leibniz.chart.Series;

/** Draws one share as a coloured cell with its number; a published one has hatching at its left edge. */
final class CellRenderer extends AbstractCategoryItemRenderer {
  private static final long serialVersionUID = 1L;
  private static final double GAP = 1;

  private final transient List<Series> series;
  private final transient List<String> categories;
  private final transient Palette palette;

  CellRenderer(List<Series> series, List<String> categories, Palette palette) {
    this.series = series;
    this.categories = categories;
    this.palette = palette;
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
    double left = domainAxis.getCategoryStart(column, dataset.getColumnCount(), dataArea, plot.getDomainAxisEdge());
    double right = domainAxis.getCategoryEnd(column, dataset.getColumnCount(), dataArea, plot.getDomainAxisEdge());
    double top = rangeAxis.valueToJava2D(row - 0.5, dataArea, plot.getRangeAxisEdge());
    double bottom = rangeAxis.valueToJava2D(row + 0.5, dataArea, plot.getRangeAxisEdge());
    Rectangle2D cell =
        new Rectangle2D.Double(left + GAP, top + GAP, right - left - 2 * GAP, bottom - top - 2 * GAP);
    Bar bar = series.get(column).bar(categories.get(row)).orElse(null);
    boolean empty = bar == null || Double.isNaN(bar.value());
    Color colour = empty ? palette.band() : palette.shade(bar.value());
    g2.setPaint(colour);
    g2.fill(cell);
    Color ink = empty ? palette.muted() : Palette.on(colour);
    if (series.get(column).published() && !empty) {
      g2.setPaint(Palette.mix(colour, ink, 0.6));
      g2.setStroke(new BasicStroke(0.8f));
      g2.draw(Hatch.of(new Rectangle2D.Double(cell.getX(), cell.getY(), Math.min(14, cell.getWidth()), cell.getHeight())));
    }
    g2.setPaint(ink);
    g2.setFont(Fonts.PLAIN);
    TextUtils.drawAlignedString(
        empty ? "–" : ShareAxis.printed(bar.value()),
        g2,
        (float) cell.getCenterX(),
        (float) cell.getCenterY(),
        TextAnchor.CENTER);
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
