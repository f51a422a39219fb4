package org.leibniz.chart.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.LeibnizException;
import org.leibniz.chart.Bar;
import org.leibniz.chart.PublishedFigures;
import org.leibniz.chart.Series;

/**
 * Reads {@code {"source": "…", "series": [{"name": "…", "values": {"Algebra": 0.5}}]}}, token by token so that every
 * complaint has its line.
 */
public final class PublishedReader {
  private static final long MOST_BYTES = 4 << 20;
  private static final int MOST_SERIES = 50;
  private static final int MOST_VALUES = 1000;

  private final Path file;
  private final JsonParser json;

  private PublishedReader(Path file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  public static PublishedFigures read(Path file) {
    JsonFactory factory = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try {
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
      if (Files.size(file) > MOST_BYTES) {
        throw LeibnizException.badInput(file, 0, "", "is larger than " + MOST_BYTES + " bytes: not a file of published figures");
      }
      try (InputStream in = Files.newInputStream(file);
          JsonParser json = factory.createParser(in)) {
        return new PublishedReader(file, json).document();
      }
    } catch (JsonParseException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw LeibnizException.badInput(file, line, "", "is not valid JSON: " + e.getOriginalMessage());
    } catch (NoSuchFileException e) {
      throw LeibnizException.badInput(file, 0, "", "there is no such file");
    } catch (IOException e) {
      throw LeibnizException.badInput(file, 0, "", "cannot be read as JSON (" + e.getMessage() + ")");
    }
  }

  private PublishedFigures document() throws IOException {
    String source = "";
    List<Series> series = new ArrayList<>();
    open("", JsonToken.START_OBJECT, "an object with source and series");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      switch (field) {
        case "source" -> source = text(field);
        case "series" -> {
          open(field, JsonToken.START_ARRAY, "a list of series");
          while (json.nextToken() != JsonToken.END_ARRAY) {
            series.add(series("series[" + series.size() + "]"));
            if (series.size() > MOST_SERIES) {
              throw wrong(field, "expected at most " + MOST_SERIES + " series");
            }
          }
        }
        default -> throw unknown(field, "source, series");
      }
    }
    if (source.isBlank()) {
      throw wrong("source", "is missing: say where the figures were published");
    }
    if (series.isEmpty()) {
      throw wrong("series", "is missing or empty");
    }
    return new PublishedFigures(file, source, series);
  }

  private Series series(String path) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw wrong(path, "expected an object with name and values");
    }
    String name = "";
    List<Bar> bars = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      switch (field) {
        case "name" -> name = text(path + ".name");
        case "values" -> {
          open(path + ".values", JsonToken.START_OBJECT, "an object of shares by category");
          while (json.nextToken() == JsonToken.FIELD_NAME) {
            bars.add(bar(path + ".values."));
            if (bars.size() > MOST_VALUES) {
              throw wrong(path + ".values", "expected at most " + MOST_VALUES + " values");
            }
          }
        }
        default -> throw unknown(path + "." + field, "name, values");
      }
    }
    if (name.isBlank()) {
      throw wrong(path + ".name", "is missing");
    }
    if (bars.isEmpty()) {
      throw wrong(path + ".values", "is missing or empty");
    }
    return new Series(name, true, bars);
  }

  private Bar bar(String path) throws IOException {
    String category = json.currentName();
    JsonToken token = json.nextToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw wrong(path + category, "expected a share from 0 to 1, found " + json.getText());
    }
    double value = json.getDoubleValue();
    if (!(value >= 0 && value <= 1)) {
      String hint = value > 1 && value <= 100 ? " (write " + json.getText() + " % as " + value / 100 + ")" : "";
      throw wrong(path + category, "expected a share from 0 to 1, found " + json.getText() + hint);
    }
    return Bar.of(category, value);
  }

  private String text(String field) throws IOException {
    if (json.nextToken() != JsonToken.VALUE_STRING) {
      throw wrong(field, "expected text, found " + json.getText());
    }
    return json.getText();
  }

  private void open(String field, JsonToken expected, String words) throws IOException {
    if (json.nextToken() != expected) {
      throw wrong(field, "expected " + words);
    }
  }

  private LeibnizException unknown(String field, String known) {
    return wrong(field, "is not a field of this file; there are " + known);
  }

  private LeibnizException wrong(String field, String problem) {
    return LeibnizException.badInput(file, json.currentLocation().getLineNr(), field, problem);
  }
}
