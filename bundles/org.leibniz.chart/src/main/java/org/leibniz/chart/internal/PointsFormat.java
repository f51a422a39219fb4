package org.leibniz.chart.internal;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.Locale;

/** Writes a difference of shares in percentage points with its sign; zero has none. */
final class PointsFormat extends DecimalFormat {
  private static final long serialVersionUID = 1L;

  PointsFormat() {
    super("+0.#;−0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  @Override
  public StringBuffer format(double share, StringBuffer to, FieldPosition position) {
    return Math.abs(share) < 1e-9 ? to.append('0') : super.format(100 * share, to, position);
  }
}
