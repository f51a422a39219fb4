package org.leibniz.chart;

import java.util.List;
import java.util.Optional;

/**
 * The shares of one run.
 *
 * @param name as the legend shows it
 * @param published whether these are figures from elsewhere: drawn hatched and marked "published, not run here"
 * @param bars at most one a category, in the order to be drawn
 */
public record Series(String name, boolean published, List<Bar> bars) {
  /** What marks a published figure. */
  public static final String PUBLISHED = "published, not run here";

  public Series {
    bars = List.copyOf(bars);
  }

  public Optional<Bar> bar(String category) {
    return bars.stream().filter(bar -> bar.category().equals(category)).findFirst();
  }

  /** The name with its mark where it is published. */
  public String label() {
    return published ? name + " (" + PUBLISHED + ")" : name;
  }
}
