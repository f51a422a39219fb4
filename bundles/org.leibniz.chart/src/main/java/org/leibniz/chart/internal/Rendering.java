package org.leibniz.chart.internal;

import java.awt.AWTError;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.pdf.PDFDocument;
import org.jfree.pdf.PDFGraphics2D;
import org.jfree.pdf.PDFHints;
import org.jfree.svg.MeetOrSlice;
import org.jfree.svg.PreserveAspectRatio;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.chart.ChartFormat;

/** Turns a chart into a file's bytes. */
public final class Rendering {
  private static final int PNG_SCALE = 2;

  /** Characters that no XML document may hold, not even escaped; names of subjects and runs may. */
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private Rendering() {}

  public static byte[] encoded(JFreeChart chart, int width, int height, ChartFormat format) {
    return guarded(
        () ->
            switch (format) {
              case SVG -> svg(chart, width, height);
              case PNG -> png(chart, width, height);
              case PDF -> pdf(chart, width, height);
            });
  }

  /**
   * Runs what needs Java's fonts. On a machine without any, AWT fails with one of several errors deep inside its own
   * initialisation; here they become one line that says what to install.
   */
  public static <T> T guarded(Supplier<T> drawing) {
    try {
      return drawing.get();
    } catch (AWTError | LinkageError | InternalError e) {
      throw noFonts(e);
    } catch (RuntimeException e) {
      boolean fonts = false;
      for (StackTraceElement frame : e.getStackTrace()) {
        fonts |= frame.getClassName().startsWith("sun.font.") || frame.getClassName().startsWith("sun.awt.Font");
      }
      throw fonts ? noFonts(e) : e;
    }
  }

  private static LeibnizException noFonts(Throwable cause) {
    return new LeibnizException(
        ErrorCode.BAD_USAGE,
        "charts need fonts, and Java finds none it can use (" + cause + "); install fontconfig and a TrueType font, for"
            + " instance the packages fontconfig and fonts-dejavu-core",
        cause);
  }

  private static byte[] svg(JFreeChart chart, int width, int height) {
    SVGGraphics2D graphics = new SVGGraphics2D(width, height);
    // Without a prefix of ours, identifiers carry the time and two equal charts differ.
    graphics.setDefsKeyPrefix("leibniz");
    chart.setElementHinting(false);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    ViewBox box = new ViewBox(0, 0, width, height);
    String element = graphics.getSVGElement(null, true, box, PreserveAspectRatio.XMID_YMID, MeetOrSlice.MEET);
    String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element + "\n";
    return NOT_XML.matcher(document).replaceAll("\uFFFD").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] png(JFreeChart chart, int width, int height) {
    BufferedImage image = new BufferedImage(width * PNG_SCALE, height * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(PNG_SCALE, PNG_SCALE);
      chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private static byte[] pdf(JFreeChart chart, int width, int height) {
    PDFDocument document = new PDFDocument();
    Rectangle2D area = new Rectangle2D.Double(0, 0, width, height);
    PDFGraphics2D graphics = document.createPage(area).getGraphics2D();
    // As text, PDF's built-in fonts lack signs such as − and Δ.
    graphics.setRenderingHint(PDFHints.KEY_DRAW_STRING_TYPE, PDFHints.VALUE_DRAW_STRING_TYPE_VECTOR);
    chart.draw(graphics, area);
    return document.getPDFBytes();
  }
}
