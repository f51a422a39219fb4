package org.leibniz.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The texts of an SVG file and where they stand; texts that are turned are left out. */
record SvgText(List<Label> labels, Rectangle2D page) {
  record Label(String text, Rectangle2D box) {}

  private static final Pattern SIZE = Pattern.compile("font-size: (\\d+)px");

  static SvgText of(byte[] svg, int width, int height) {
    List<Label> labels = new ArrayList<>();
    try {
      NodeList texts =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg))
              .getElementsByTagName("text");
      for (int i = 0; i < texts.getLength(); i++) {
        Element text = (Element) texts.item(i);
        if (!((Element) text.getParentNode()).hasAttribute("transform")) {
          labels.add(label(text));
        }
      }
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError("not well-formed SVG", e);
    }
    return new SvgText(labels, new Rectangle2D.Double(0, 0, width, height));
  }

  private static Label label(Element text) {
    Matcher size = SIZE.matcher(text.getAttribute("style"));
    if (!size.find()) {
      throw new AssertionError("no font size: " + text.getAttribute("style"));
    }
    boolean bold = text.getAttribute("style").contains("bold");
    Font font = new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, Integer.parseInt(size.group(1)));
    FontMetrics metrics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics().getFontMetrics(font);
    double height = font.getSize() * 0.72;
    return new Label(
        text.getTextContent(),
        new Rectangle2D.Double(
            Double.parseDouble(text.getAttribute("x")),
            Double.parseDouble(text.getAttribute("y")) - height,
            metrics.stringWidth(text.getTextContent()),
            height));
  }

  List<String> words() {
    return labels.stream().map(Label::text).toList();
  }

  List<String> overlaps() {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (labels.get(i).box().intersects(labels.get(j).box())) {
          found.add("'" + labels.get(i).text() + "' and '" + labels.get(j).text() + "'");
        }
      }
    }
    return found;
  }

  List<String> outside() {
    return labels.stream().filter(label -> !page.contains(label.box())).map(Label::text).toList();
  }
}
