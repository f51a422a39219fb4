package org.leibniz.chart.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.leibniz.chart.Bar;
import org.leibniz.chart.ChartSpec;
import org.leibniz.chart.Series;

/**
 * Shares as grouped bars. Bars stand where there are few with short names, and lie where there are many or long ones: then
 * every label is still horizontal and the chart grows downwards instead of getting denser.
 */
public final class BarChart {
  private static final int WIDTH = 960;
  private static final int STANDING_HEIGHT = 460;
  private static final double LABEL_SHARE = 0.32;
  private static final int LABEL_LINES = 3;
  private static final double NARROWEST_STANDING = 31;
  private static final Rectangle2D LEGEND_MARK = new Rectangle2D.Double(0, 0, 16, 11);

  private BarChart() {}

  public static Frame of(ChartSpec spec, List<Series> series) {
    List<String> categories = Categories.of(series);
    int most = spec.width() > 0 ? spec.width() : WIDTH;
    boolean standing = stands(categories, series.size(), most - 2 * Frame.MARGIN - 60);
    int width = spec.width() > 0 || !standing ? most : fittingWidth(categories.size(), series.size());
    Palette palette = Palette.of(spec.theme());
    double labels = LABEL_SHARE * (width - 2 * Frame.MARGIN);
    double group = groupHeight(categories, series.size(), labels);
    CategoryPlot plot = plot(series, categories, standing, group, palette);
    plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(standing ? 0.95f : (float) LABEL_SHARE);
    LegendItemCollection legend = legend(series, palette);
    List<String> footnotes = footnotes(spec, series);
    int around = Frame.surroundings(spec, legendLines(series, width), footnotes, width);
    int plotHeight = standing ? STANDING_HEIGHT - 100 : (int) (categories.size() * group);
    int height = spec.height() > 0 ? spec.height() : around + plotHeight + 55;
    return Frame.of(spec, plot, legend, footnotes, width, height);
  }

  private static boolean stands(List<String> categories, int series, double room) {
    double perCategory = room / categories.size();
    double barWidth = perCategory * 0.78 / series;
    double longestWord =
        categories.stream()
            .flatMap(name -> Arrays.stream(name.split("[ -]")))
            .mapToDouble(word -> Fonts.width(word, Fonts.PLAIN))
            .max()
            .orElse(0);
    double longestName = categories.stream().mapToDouble(name -> Fonts.width(name, Fonts.PLAIN)).max().orElse(0);
    return barWidth >= NARROWEST_STANDING && longestWord < perCategory * 0.95 && longestName < 2.5 * perCategory;
  }

  private static int fittingWidth(int categories, int series) {
    return Math.clamp(120L + (long) categories * Math.max(110, 45 * series), 520, WIDTH);
  }

  /** Room for the bars of one category that lie, and for its label beside them. */
  private static double groupHeight(List<String> categories, int series, double labelWidth) {
    int lines =
        categories.stream()
            .mapToInt(name -> Wrapping.lines(name, Fonts.metrics(Fonts.PLAIN), labelWidth, LABEL_LINES).size())
            .max()
            .orElse(1);
    return Math.max(15 * lines + 17, series * LyingBars.thickness(series) + 12);
  }

  private static CategoryPlot plot(
      List<Series> series, List<String> categories, boolean standing, double group, Palette palette) {
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    Bar[][] bars = new Bar[series.size()][categories.size()];
    Map<String, String> sizes = new HashMap<>();
    for (int row = 0; row < series.size(); row++) {
      for (int column = 0; column < categories.size(); column++) {
        String category = categories.get(column);
        bars[row][column] = series.get(row).bar(category).orElse(null);
        // The index keeps series with the same name apart.
        dataset.addValue(bars[row][column] == null ? null : bars[row][column].value(), Integer.valueOf(row), category);
        sizes.put(category, Categories.size(series, category));
      }
    }
    CategoryAxis domain = new NotedCategoryAxis(sizes, Fonts.SMALL, palette.muted(), Double.MAX_VALUE);
    domain.setTickLabelFont(Fonts.PLAIN);
    domain.setTickLabelPaint(palette.text());
    domain.setAxisLinePaint(palette.muted());
    domain.setTickMarksVisible(false);
    domain.setMaximumCategoryLabelLines(LABEL_LINES);
    double gap = standing ? 0.22 : Math.max(0.16, 1 - series.size() * LyingBars.thickness(series.size()) / group);
    domain.setCategoryMargin(gap);
    double edge = gap / 2 / categories.size();
    domain.setLowerMargin(edge);
    domain.setUpperMargin(edge);
    NumberAxis range = ShareAxis.of(series, standing ? 0.075 : 0.06, palette);
    IntervalBarRenderer renderer = new IntervalBarRenderer(bars, series, palette);
    CategoryPlot plot = new CategoryPlot(dataset, domain, range, renderer);
    plot.setOrientation(standing ? PlotOrientation.VERTICAL : PlotOrientation.HORIZONTAL);
    if (!standing) {
      plot.setRangeAxisLocation(org.jfree.chart.axis.AxisLocation.BOTTOM_OR_LEFT);
    }
    style(plot, palette);
    return plot;
  }

  static void style(CategoryPlot plot, Palette palette) {
    plot.setBackgroundPaint(palette.ground());
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(palette.grid());
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setInsets(new RectangleInsets(10, 0, 4, 4));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
  }

  static LegendItemCollection legend(List<Series> series, Palette palette) {
    LegendItemCollection items = new LegendItemCollection();
    if (series.size() == 1 && !series.getFirst().published()) {
      return items;
    }
    for (int i = 0; i < series.size(); i++) {
      Series one = series.get(i);
      Color colour = palette.series(i);
      Shape mark = one.published() ? Hatch.of(LEGEND_MARK) : LEGEND_MARK;
      items.add(
          new LegendItem(
              one.label(), null, null, null, mark, one.published() ? palette.pale(colour) : colour, new BasicStroke(1), colour));
    }
    return items;
  }

  static int legendLines(List<Series> series, int width) {
    if (series.size() == 1 && !series.getFirst().published()) {
      return 0;
    }
    double used = 0;
    int lines = 1;
    for (Series one : series) {
      double item = Fonts.width(one.label(), Fonts.PLAIN) + 45;
      if (used + item > width - 2 * Frame.MARGIN && used > 0) {
        lines++;
        used = 0;
      }
      used += item;
    }
    return lines;
  }

  static List<String> footnotes(ChartSpec spec, List<Series> series) {
    List<String> notes = new ArrayList<>();
    if (series.stream().flatMap(one -> one.bars().stream()).anyMatch(Bar::hasInterval)) {
      notes.add("Lines on bars: 95 % intervals of accuracy (Wilson; Jeffreys below 300 problems).");
    }
    notes.addAll(spec.footnotes());
    return notes;
  }
}
