package org.leibniz.chart.internal;

import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.leibniz.chart.ChartSpec;
import org.leibniz.chart.Curve;

/** Curves over one pair of axes. */
public final class CurveChart {
  private static final int WIDTH = 820;
  private static final int HEIGHT = 420;
  private static final Rectangle2D LEGEND_MARK = new Rectangle2D.Double(0, 4, 16, 3);

  private CurveChart() {}

  public static Frame of(ChartSpec spec, String across, String up, List<Curve> curves) {
    Palette palette = Palette.of(spec.theme());
    XYSeriesCollection dataset = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    LegendItemCollection legend = new LegendItemCollection();
    for (int i = 0; i < curves.size(); i++) {
      // The index keeps curves with the same name apart.
      XYSeries series = new XYSeries(Integer.valueOf(i), false);
      curves.get(i).points().forEach(point -> series.add(point.x(), point.y(), false));
      dataset.addSeries(series);
      renderer.setSeriesPaint(i, palette.series(i));
      renderer.setSeriesStroke(i, new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      if (curves.size() > 1) {
        legend.add(
            new LegendItem(curves.get(i).name(), null, null, null, LEGEND_MARK, palette.series(i), new BasicStroke(1), palette.series(i)));
      }
    }
    XYPlot plot = new XYPlot(dataset, axis(across, palette), axis(up, palette), renderer);
    plot.setBackgroundPaint(palette.ground());
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(palette.grid());
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setInsets(new RectangleInsets(10, 0, 4, 12));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    return Frame.of(
        spec, plot, legend, spec.footnotes(), spec.width() > 0 ? spec.width() : WIDTH, spec.height() > 0 ? spec.height() : HEIGHT);
  }

  private static NumberAxis axis(String label, Palette palette) {
    NumberAxis axis = new NumberAxis(label);
    axis.setLabelFont(Fonts.PLAIN);
    axis.setLabelPaint(palette.muted());
    axis.setTickLabelFont(Fonts.PLAIN);
    axis.setTickLabelPaint(palette.text());
    axis.setAxisLinePaint(palette.muted());
    axis.setTickMarkPaint(palette.muted());
    axis.setAutoRangeIncludesZero(true);
    return axis;
  }
}
