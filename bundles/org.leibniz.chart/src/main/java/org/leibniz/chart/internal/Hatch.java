package org.leibniz.chart.internal;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Diagonal lines within a rectangle, as a path: every output format can draw that, while few can fill with a texture. */
final class Hatch {
  private static final double STEP = 5;

  private Hatch() {}

  /** The rectangle's outline with rising lines inside; filling the path fills the rectangle alone. */
  static Path2D of(Rectangle2D area) {
    Path2D path = new Path2D.Double();
    path.append(area, false);
    double x = area.getX();
    double bottom = area.getMaxY();
    for (double start = STEP; start < area.getWidth() + area.getHeight(); start += STEP) {
      double up = Math.min(start, area.getHeight());
      double right = Math.min(start, area.getWidth());
      // From the left or top edge down to the bottom or right edge, along x + y constant.
      path.moveTo(x + start - up, bottom - up);
      path.lineTo(x + right, bottom - (start - right));
    }
    return path;
  }
}
