package org.leibniz.chart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.leibniz.api.LeibnizException;
import org.leibniz.chart.internal.PublishedReader;

/**
 * Figures from elsewhere, to be drawn beside runs. {@code docs/charts.md} describes the file.
 *
 * @param file where they were read
 * @param source of the figures, for instance a paper and its table
 * @param series all of them published
 */
public record PublishedFigures(Path file, String source, List<Series> series) {
  public PublishedFigures {
    series = List.copyOf(series);
  }

  /** @throws LeibnizException {@code BAD_INPUT} with file, line and field where the file is not as described */
  public static PublishedFigures read(Path file) {
    return PublishedReader.read(file);
  }

  /**
   * The figures of those categories that runs have.
   *
   * @throws LeibnizException {@code BAD_INPUT} where there is none
   */
  public List<Series> of(Collection<String> categories) {
    List<Series> matching = new ArrayList<>();
    for (Series one : series) {
      List<Bar> bars = one.bars().stream().filter(bar -> categories.contains(bar.category())).toList();
      if (!bars.isEmpty()) {
        matching.add(new Series(one.name(), true, bars));
      }
    }
    if (matching.isEmpty()) {
      throw LeibnizException.badInput(
          file, 0, "", "no figure is of " + some(new LinkedHashSet<>(categories)) + "; its figures are of " + some(categories()));
    }
    return matching;
  }

  /** The line that a chart with these figures carries. */
  public String footnote() {
    return "Hatched: " + Series.PUBLISHED + ". Source: " + source;
  }

  private Set<String> categories() {
    Set<String> names = new LinkedHashSet<>();
    series.forEach(one -> one.bars().forEach(bar -> names.add(bar.category())));
    return names;
  }

  private static String some(Set<String> names) {
    List<String> first = names.stream().limit(8).toList();
    return String.join(", ", first) + (names.size() > first.size() ? ", …" : "");
  }
}
