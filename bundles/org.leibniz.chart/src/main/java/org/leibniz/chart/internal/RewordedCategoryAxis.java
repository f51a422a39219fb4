package org.leibniz.chart.internal;

import java.awt.Graphics2D;
import java.util.Map;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.ui.RectangleEdge;

/** A category axis that shows other words in place of each category. */
final class RewordedCategoryAxis extends CategoryAxis {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> words;

  RewordedCategoryAxis(Map<String, String> words) {
    this.words = words;
  }

  @Override
  protected TextBlock createLabel(Comparable category, float width, RectangleEdge edge, Graphics2D g2) {
    TextBlock block = new TextBlock();
    block.addLine(
        words.getOrDefault(category.toString(), ""), getTickLabelFont(category), getTickLabelPaint(category));
    return block;
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
