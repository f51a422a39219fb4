package org.leibniz.chart;

import java.util.List;

/**
 * A quantity that changes, for instance the loss of a training.
 *
 * @param name as the legend shows it
 */
public record Curve(String name, List<Point> points) {
  public Curve {
    points = List.copyOf(points);
  }

  /** A value at a place, both finite. */
  public record Point(double x, double y) {}
}
