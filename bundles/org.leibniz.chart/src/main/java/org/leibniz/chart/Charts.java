package org.leibniz.chart;

import java.util.List;
import org.leibniz.api.LeibnizException;
import org.leibniz.chart.internal.BarChart;
import org.leibniz.chart.internal.CurveChart;
import org.leibniz.chart.internal.ForestChart;
import org.leibniz.chart.internal.Frame;
import org.leibniz.chart.internal.HeatmapChart;
import org.leibniz.chart.internal.Rendering;

/** Makes charts from numbers. Each method throws {@code BAD_USAGE} where there is nothing to draw. */
public final class Charts {
  private Charts() {}

  /**
   * Shares as bars, or as coloured cells where the kind is {@link ChartKind#HEATMAP}.
   *
   * @param series runs, then published figures; categories are drawn in the order in which they first occur
   */
  public static Chart shares(ChartSpec spec, List<Series> series) {
    if (series.stream().allMatch(one -> one.bars().isEmpty())) {
      throw LeibnizException.usage("there is nothing to draw: no run has a graded sample");
    }
    return Rendering.guarded(
        () -> {
          Frame frame = spec.kind() == ChartKind.HEATMAP ? HeatmapChart.of(spec, series) : BarChart.of(spec, series);
          return new Chart(frame.chart(), frame.width(), frame.height());
        });
  }

  /**
   * Paired differences as a forest plot, for {@link ChartKind#COMPARE} and {@link ChartKind#FOREST}.
   *
   * @param nameA the run that the others are compared with
   * @param nameB the other run, or words for the others
   */
  public static Chart differences(ChartSpec spec, String nameA, String nameB, List<Difference> rows) {
    if (rows.isEmpty()) {
      throw LeibnizException.usage("there is nothing to draw: the runs have no problem in common");
    }
    return Rendering.guarded(
        () -> {
          Frame frame = ForestChart.of(spec, nameA, nameB, rows);
          return new Chart(frame.chart(), frame.width(), frame.height());
        });
  }

  /**
   * Curves over common axes that include zero; the kind of {@code spec} is not looked at.
   *
   * @param across label of the horizontal axis
   * @param up label of the vertical axis
   */
  public static Chart curves(ChartSpec spec, String across, String up, List<Curve> curves) {
    if (curves.stream().allMatch(curve -> curve.points().isEmpty())) {
      throw LeibnizException.usage("there is nothing to draw: no curve has a point");
    }
    return Rendering.guarded(
        () -> {
          Frame frame = CurveChart.of(spec, across, up, curves);
          return new Chart(frame.chart(), frame.width(), frame.height());
        });
  }
}
