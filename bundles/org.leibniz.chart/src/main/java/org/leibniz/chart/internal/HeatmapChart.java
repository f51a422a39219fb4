package org.leibniz.chart.internal;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.category.DefaultCategoryDataset;
import org.leibniz.chart.ChartSpec;
import org.leibniz.chart.Series;

/** Shares as cells: a row for each category, whose names may be long, and a column for each run. */
public final class HeatmapChart {
  private static final int CELL_HEIGHT = 30;
  private static final int CELL_WIDTH = 130;
  private static final int ROW_SIZES = 110;

  private HeatmapChart() {}

  public static Frame of(ChartSpec spec, List<Series> series) {
    List<String> categories = Categories.of(series);
    Palette palette = Palette.of(spec.theme());
    double left = 0;
    for (String category : categories) {
      left = Math.max(left, Fonts.width(shortened(category), Fonts.PLAIN));
    }
    int around = (int) (left + ROW_SIZES + 2 * Frame.MARGIN);
    int width = spec.width() > 0 ? spec.width() : Math.max(560, around + series.size() * CELL_WIDTH);
    double cell = Math.max(20, (double) (width - around) / series.size());
    CategoryPlot plot = plot(series, categories, cell, palette);
    List<String> footnotes = new ArrayList<>();
    footnotes.add("Cells: accuracy in %. n: problems. Differences within a row are not tested here: see compare.");
    footnotes.addAll(spec.footnotes());
    int above = Frame.surroundings(spec, 0, footnotes, width);
    int height = spec.height() > 0 ? spec.height() : above + 75 + categories.size() * CELL_HEIGHT;
    return Frame.of(spec, plot, new LegendItemCollection(), footnotes, width, height);
  }

  private static CategoryPlot plot(
      List<Series> series, List<String> categories, double cell, Palette palette) {
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    Map<String, String> notes = new HashMap<>();
    List<String> columns = new ArrayList<>();
    for (int column = 0; column < series.size(); column++) {
      Series one = series.get(column);
      String key = columns.contains(one.name()) ? one.name() + " (" + (column + 1) + ")" : one.name();
      columns.add(key);
      notes.put(key, one.published() ? Series.PUBLISHED : "");
      for (int row = 0; row < categories.size(); row++) {
        dataset.addValue(one.bar(categories.get(row)).map(bar -> bar.value()).orElse(null), Integer.valueOf(row), key);
      }
    }
    CategoryAxis domain = new NotedCategoryAxis(notes, Fonts.SMALL, palette.muted(), cell * 0.94);
    domain.setTickLabelFont(Fonts.PLAIN);
    domain.setTickLabelPaint(palette.text());
    domain.setAxisLineVisible(false);
    domain.setTickMarksVisible(false);
    domain.setMaximumCategoryLabelLines(3);
    domain.setCategoryMargin(0);
    domain.setLowerMargin(0);
    domain.setUpperMargin(0);
    SymbolAxis names = rows(categories.stream().map(HeatmapChart::shortened).toList(), palette.text(), palette);
    List<String> sizes = categories.stream().map(category -> Categories.size(series, category)).toList();
    CategoryPlot plot = new CategoryPlot(dataset, domain, names, new CellRenderer(series, categories, palette));
    plot.setRangeAxis(1, rows(sizes, palette.muted(), palette));
    plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
    BarChart.style(plot, palette);
    plot.setRangeGridlinesVisible(false);
    plot.setDomainAxisLocation(AxisLocation.TOP_OR_LEFT);
    return plot;
  }

  private static SymbolAxis rows(List<String> words, Color ink, Palette palette) {
    SymbolAxis axis = new SymbolAxis(null, words.toArray(String[]::new));
    ShareAxis.style(axis, palette);
    axis.setTickLabelPaint(ink);
    axis.setGridBandsVisible(false);
    axis.setInverted(true);
    axis.setRange(-0.5, words.size() - 0.5);
    return axis;
  }

  private static String shortened(String name) {
    return name.length() <= 60 ? name : name.substring(0, 59) + "…";
  }
}
