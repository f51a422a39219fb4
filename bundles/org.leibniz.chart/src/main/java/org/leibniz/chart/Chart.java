package org.leibniz.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jfree.chart.JFreeChart;
import org.leibniz.api.LeibnizException;
import org.leibniz.chart.internal.Rendering;

/** A chart that is ready to be drawn or written. Used by one thread at a time. */
public final class Chart {
  private final JFreeChart chart;
  private final int width;
  private final int height;

  Chart(JFreeChart chart, int width, int height) {
    this.chart = chart;
    this.width = width;
    this.height = height;
  }

  /** Preferred width in pixels. */
  public int width() {
    return width;
  }

  /** Preferred height in pixels. */
  public int height() {
    return height;
  }

  /** Draws into any rectangle, for instance on a screen. */
  public void draw(Graphics2D graphics, Rectangle2D area) {
    chart.draw(graphics, area);
  }

  /** The content of a file. The same chart gives the same bytes, PDF's creation date aside. */
  public byte[] encoded(ChartFormat format) {
    return Rendering.encoded(chart, width, height, format);
  }

  /**
   * Writes the format that the extension names, replacing a file that is there, and making missing folders.
   *
   * @throws LeibnizException {@code BAD_USAGE} for another extension or a file that cannot be written
   */
  public void write(Path file) {
    byte[] content = encoded(ChartFormat.of(file));
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, content);
    } catch (IOException e) {
      throw LeibnizException.usage(file + ": cannot be written (" + e.getClass().getSimpleName() + ")");
    }
  }
}
