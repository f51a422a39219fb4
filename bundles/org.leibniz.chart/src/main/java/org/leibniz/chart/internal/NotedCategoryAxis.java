package org.leibniz.chart.internal;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.util.Map;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextLine;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;

/** A category axis whose labels have a smaller second part, such as the number of problems, on a line of its own. */
final class NotedCategoryAxis extends CategoryAxis {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> notes;
  private final transient Font noteFont;
  private final transient Paint notePaint;

  private final double mostWidth;

  /** @param mostWidth of a label in pixels, where the axis does not set a smaller one */
  NotedCategoryAxis(Map<String, String> notes, Font noteFont, Paint notePaint, double mostWidth) {
    this.mostWidth = mostWidth;
    this.notes = notes;
    this.noteFont = noteFont;
    this.notePaint = notePaint;
  }

  @Override
  protected TextBlock createLabel(Comparable category, float width, RectangleEdge edge, Graphics2D g2) {
    TextBlock block = new TextBlock();
    block.setLineAlignment(edge == RectangleEdge.LEFT ? HorizontalAlignment.RIGHT : HorizontalAlignment.CENTER);
    Font font = getTickLabelFont(category);
    double room = Math.min(width, mostWidth);
    FontMetrics metrics = g2.getFontMetrics(font);
    for (String line : Wrapping.lines(category.toString(), metrics, room, getMaximumCategoryLabelLines())) {
      block.addLine(new TextLine(line, font, getTickLabelPaint(category)));
    }
    String note = notes.getOrDefault(category.toString(), "");
    if (!note.isEmpty()) {
      block.addLine(new TextLine(note, noteFont, notePaint));
    }
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
