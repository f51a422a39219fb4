package org.leibniz.chart.internal;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.leibniz.chart.Bar;
import org.leibniz.chart.Series;

/** The axis of shares: from 0 % to 100 %, or to a little above the largest where all are small, with room for numbers. */
final class ShareAxis {
  private ShareAxis() {}

  /** @param room share of the axis's length kept free beyond the largest value */
  static NumberAxis of(List<Series> series, double room, Palette palette) {
    double largest = 0;
    for (Series one : series) {
      for (Bar bar : one.bars()) {
        largest = Math.max(largest, bar.hasInterval() ? bar.high() : bar.value());
      }
    }
    double tick = tick(largest);
    double top = largest > 0.5 ? 1 : Math.max(tick, Math.ceil(largest / tick) * tick);
    NumberAxis axis = new NumberAxis("accuracy (%)");
    axis.setRange(0, Math.max(top, largest * (1 + room)) + 1e-6);
    axis.setTickUnit(new NumberTickUnit(tick, new PercentFormat(top)));
    style(axis, palette);
    return axis;
  }

  private static double tick(double largest) {
    for (double unit : new double[] {0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002}) {
      if (largest / unit >= 2.5) {
        return unit;
      }
    }
    return 0.001;
  }

  static void style(NumberAxis axis, Palette palette) {
    axis.setTickLabelFont(Fonts.PLAIN);
    axis.setTickLabelPaint(palette.muted());
    axis.setLabelFont(Fonts.PLAIN);
    axis.setLabelPaint(palette.muted());
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
  }

  /** One decimal, as printed on bars and cells. */
  static String printed(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static final class PercentFormat extends DecimalFormat {
    private static final long serialVersionUID = 1L;

    private final double top;

    PercentFormat(double top) {
      super("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
      this.top = top;
    }

    /** Ticks in the room beyond the scale have no label. */
    @Override
    public StringBuffer format(double value, StringBuffer to, java.text.FieldPosition position) {
      return value > top + 1e-9 ? to : super.format(100 * value, to, position);
    }
  }
}
