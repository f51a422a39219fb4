package org.leibniz.dataset.wordproblems;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.leibniz.api.LeibnizException;
import org.leibniz.dataset.rows.Checksum;
import org.leibniz.dataset.rows.JsonValue;
import org.leibniz.dataset.rows.Lines;
import org.leibniz.dataset.rows.Row;
import org.leibniz.dataset.rows.TextFile;

/**
 * Reads ASDiv's XML: every {@code <Problem>} becomes a row of its attributes and its child elements' texts. Document types
 * and external entities are refused, so a file can neither grow in memory nor read others.
 */
final class AsdivXml {
  private static final int DEPTH = 16;

  private AsdivXml() {}

  static void read(Path file, Checksum checksum, Consumer<Row> sink) {
    try (Lines lines = TextFile.open(file, checksum)) {
      if (!lines.advance()) {
        return;
      }
      XMLStreamReader xml = factory().createXMLStreamReader(lines.reader());
      int depth = 0;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw LeibnizException.badInput(file, xml.getLocation().getLineNumber(), "", "document types are not allowed");
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEPTH) {
          throw LeibnizException.badInput(file, xml.getLocation().getLineNumber(), "", "elements are nested too deep");
        }
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Problem")) {
          sink.accept(problem(file, xml));
          depth--;
        }
      }
    } catch (XMLStreamException e) {
      throw malformed(file, e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static Row problem(Path file, XMLStreamReader xml) throws XMLStreamException {
    int line = xml.getLocation().getLineNumber();
    Map<String, JsonValue> values = new LinkedHashMap<>();
    Map<String, Integer> lines = new HashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      values.put(xml.getAttributeLocalName(i), new JsonValue.Text(xml.getAttributeValue(i)));
    }
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        String name = xml.getLocalName();
        lines.put(name, xml.getLocation().getLineNumber());
        values.put(name, new JsonValue.Text(xml.getElementText()));
      }
    }
    return new Row(file, line, values, lines);
  }

  private static LeibnizException malformed(Path file, XMLStreamException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").replaceFirst("^.*Message: ", "");
    return LeibnizException.badInput(file, line, "", "is not valid XML: " + message);
  }
}
