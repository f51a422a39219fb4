package org.leibniz.chart;

import java.nio.file.Path;
import java.util.Locale;
import org.leibniz.api.LeibnizException;

/** The file formats of charts, told by a file's extension. */
public enum ChartFormat {
  SVG,
  /** At twice the chart's size in pixels, for sharp screens and print. */
  PNG,
  /** One page of the chart's size, text as outlines so that it looks the same everywhere. */
  PDF;

  /** @throws LeibnizException {@code BAD_USAGE} for any other extension */
  public static ChartFormat of(Path file) {
    Path name = file.getFileName();
    String text = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    return switch (text.substring(text.lastIndexOf('.') + 1)) {
      case "svg" -> SVG;
      case "png" -> PNG;
      case "pdf" -> PDF;
      default -> throw LeibnizException.usage(file + ": a chart's file name ends in .svg, .png or .pdf");
    };
  }
}
