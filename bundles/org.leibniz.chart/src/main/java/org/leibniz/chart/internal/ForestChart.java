package org.leibniz.chart.internal;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.Layer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.leibniz.chart.ChartSpec;
import org.leibniz.chart.Difference;
import org.leibniz.stats.PairedComparison;

/** Paired differences with their intervals around a line at zero; their numbers stand at the right. */
public final class ForestChart {
  private static final int WIDTH = 960;
  private static final int ROW_HEIGHT = 36;

  private ForestChart() {}

  public static Frame of(ChartSpec spec, String nameA, String nameB, List<Difference> given) {
    List<Difference> rows = ordered(given);
    Palette palette = Palette.of(spec.theme());
    int width = spec.width() > 0 ? spec.width() : WIDTH;
    List<String> footnotes = footnotes(spec, rows);
    int around = Frame.surroundings(spec, 0, footnotes, width);
    int height = spec.height() > 0 ? spec.height() : around + 60 + rows.size() * ROW_HEIGHT;
    CategoryPlot plot = plot(rows, nameA, nameB, palette);
    return Frame.of(spec, plot, new LegendItemCollection(), footnotes, width, height);
  }

  /** The overall row last, and rows with the same label told apart, because an axis has each category once. */
  private static List<Difference> ordered(List<Difference> given) {
    List<Difference> rows = new ArrayList<>(given.stream().filter(row -> !row.overall()).toList());
    rows.addAll(given.stream().filter(Difference::overall).toList());
    Map<String, Integer> seen = new HashMap<>();
    rows.replaceAll(
        row -> {
          int times = seen.merge(row.label(), 1, Integer::sum);
          return times == 1 ? row : row.withLabel(row.label() + " (" + times + ")");
        });
    return rows;
  }

  private static List<String> footnotes(ChartSpec spec, List<Difference> rows) {
    List<String> notes = new ArrayList<>();
    long several = rows.stream().filter(row -> !row.overall()).count();
    notes.add(
        "Paired differences on the problems that both runs have, with 95 % intervals. Filled and marked *: p < 0.05"
            + (several > 1 ? ", adjusted for " + several + " rows (Holm)." : "."));
    notes.addAll(spec.footnotes());
    return notes;
  }

  private static CategoryPlot plot(List<Difference> rows, String nameA, String nameB, Palette palette) {
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    Map<String, String> notes = new HashMap<>();
    Map<String, String> numbers = new HashMap<>();
    for (Difference row : rows) {
      dataset.addValue(row.delta(), "difference", row.label());
      notes.put(row.label(), "n = " + row.n() + accuracies(row));
      numbers.put(row.label(), number(row));
    }
    CategoryAxis left = axis(new NotedCategoryAxis(notes, Fonts.SMALL, palette.muted(), 260), palette);
    CategoryAxis right = axis(new RewordedCategoryAxis(numbers), palette);
    left.setMaximumCategoryLabelLines(2);
    rows.stream().filter(Difference::overall).forEach(row -> {
      left.setTickLabelFont(row.label(), Fonts.BOLD);
      right.setTickLabelFont(row.label(), Fonts.BOLD);
    });
    CategoryPlot plot = new CategoryPlot(dataset, left, range(rows, nameA, nameB, palette), new ForestRenderer(rows, palette));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setDomainAxis(1, right);
    plot.setDomainAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
    plot.mapDatasetToDomainAxes(0, List.of(0, 1));
    BarChart.style(plot, palette);
    plot.addRangeMarker(new ValueMarker(0, palette.muted(), new BasicStroke(1.2f)), Layer.BACKGROUND);
    return plot;
  }

  private static CategoryAxis axis(CategoryAxis axis, Palette palette) {
    axis.setTickLabelFont(Fonts.PLAIN);
    axis.setTickLabelPaint(palette.text());
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setCategoryMargin(0);
    axis.setLowerMargin(0);
    axis.setUpperMargin(0);
    return axis;
  }

  private static NumberAxis range(List<Difference> rows, String nameA, String nameB, Palette palette) {
    double low = 0;
    double high = 0;
    for (Difference row : rows) {
      low = Math.min(low, Double.isNaN(row.low()) ? row.delta() : row.low());
      high = Math.max(high, Double.isNaN(row.high()) ? row.delta() : row.high());
    }
    double span = Math.max(0.02, high - low);
    NumberAxis axis =
        new NumberAxis("← " + shortened(nameA) + " better      percentage points      " + shortened(nameB) + " better →");
    axis.setRange(Math.max(-1.02, low - 0.06 * span), Math.min(1.02, high + 0.06 * span));
    axis.setTickUnit(new NumberTickUnit(tick(span), new PointsFormat()));
    ShareAxis.style(axis, palette);
    return axis;
  }

  private static double tick(double span) {
    for (double unit : new double[] {0.005, 0.01, 0.02, 0.05, 0.1, 0.2}) {
      if (span / unit <= 9) {
        return unit;
      }
    }
    return 0.5;
  }

  private static String accuracies(Difference row) {
    return Double.isNaN(row.accuracyA())
        ? ""
        : ",  " + ShareAxis.printed(row.accuracyA()) + " → " + ShareAxis.printed(row.accuracyB());
  }

  private static String number(Difference row) {
    String interval =
        Double.isNaN(row.low()) ? "" : " [" + signed(row.low()) + ", " + signed(row.high()) + "]";
    return signed(row.delta()) + interval + (row.p() < PairedComparison.SIGNIFICANT ? " *" : "  ");
  }

  private static String signed(double difference) {
    String digits = ShareAxis.printed(Math.abs(difference));
    return digits.equals("0.0") ? digits : (difference < 0 ? "−" : "+") + digits;
  }

  private static String shortened(String name) {
    return name.length() <= 36 ? name : name.substring(0, 35) + "…";
  }
}
