package org.leibniz.chart.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;
import org.leibniz.chart.Difference;
import org.leibniz.stats.PairedComparison;
import org.leibniz.stats.PairedVerdict;

/** Draws a difference as a square on its interval, hollow where it is not significant, and the overall one as a diamond. */
final class ForestRenderer extends AbstractCategoryItemRenderer {
  private static final long serialVersionUID = 1L;
  private static final double HALF = 5;
  private static final BasicStroke LINE = new BasicStroke(1.6f);

  private final transient List<Difference> rows;
  private final transient Palette palette;

  ForestRenderer(List<Difference> rows, Palette palette) {
    this.rows = rows;
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
    Difference difference = rows.get(column);
    double y = domainAxis.getCategoryMiddle(column, dataset.getColumnCount(), dataArea, plot.getDomainAxisEdge());
    double x = rangeAxis.valueToJava2D(difference.delta(), dataArea, plot.getRangeAxisEdge());
    if (difference.overall() && column > 0) {
      double top = domainAxis.getCategoryStart(column, dataset.getColumnCount(), dataArea, plot.getDomainAxisEdge());
      g2.setPaint(palette.grid());
      g2.setStroke(new BasicStroke(1));
      g2.draw(new Line2D.Double(dataArea.getX(), top, dataArea.getMaxX(), top));
    }
    boolean significant = difference.p() < PairedComparison.SIGNIFICANT;
    Color colour = significant ? direction(difference.verdict()) : palette.muted();
    g2.setPaint(colour);
    g2.setStroke(LINE);
    if (!Double.isNaN(difference.low())) {
      double low = rangeAxis.valueToJava2D(difference.low(), dataArea, plot.getRangeAxisEdge());
      double high = rangeAxis.valueToJava2D(difference.high(), dataArea, plot.getRangeAxisEdge());
      g2.draw(new Line2D.Double(low, y, high, y));
      g2.draw(new Line2D.Double(low, y - 3, low, y + 3));
      g2.draw(new Line2D.Double(high, y - 3, high, y + 3));
    }
    Shape mark = difference.overall() ? diamond(x, y) : new Rectangle2D.Double(x - HALF, y - HALF, 2 * HALF, 2 * HALF);
    g2.setPaint(significant ? colour : palette.ground());
    g2.fill(mark);
    g2.setPaint(colour);
    g2.draw(mark);
  }

  private Color direction(PairedVerdict verdict) {
    return switch (verdict) {
      case BETTER -> palette.series(0);
      case WORSE -> palette.series(5);
      case INCONCLUSIVE -> palette.muted();
    };
  }

  private static Shape diamond(double x, double y) {
    double half = HALF * 1.6;
    Path2D path = new Path2D.Double();
    path.moveTo(x - half, y);
    path.lineTo(x, y - half);
    path.lineTo(x + half, y);
    path.lineTo(x, y + half);
    path.closePath();
    return path;
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
