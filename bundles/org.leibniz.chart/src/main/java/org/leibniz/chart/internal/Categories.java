package org.leibniz.chart.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.leibniz.chart.Bar;
import org.leibniz.chart.Series;

/** The categories of several series, and how many problems each has. */
final class Categories {
  private Categories() {}

  /** In the order in which they first occur. */
  static List<String> of(List<Series> series) {
    Set<String> names = new LinkedHashSet<>();
    series.forEach(one -> one.bars().forEach(bar -> names.add(bar.category())));
    return new ArrayList<>(names);
  }

  /** {@code n = 1187}, or {@code n = 1185–1187} where runs differ; empty where it is not known. */
  static String size(List<Series> series, String category) {
    TreeSet<Long> sizes = new TreeSet<>();
    for (Series one : series) {
      one.bar(category).map(Bar::n).filter(n -> n > 0).ifPresent(sizes::add);
    }
    if (sizes.isEmpty()) {
      return "";
    }
    return sizes.size() == 1 ? "n = " + sizes.first() : "n = " + sizes.first() + "–" + sizes.last();
  }
}
