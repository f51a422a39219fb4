package org.leibniz.dataset.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON token by token into {@link JsonValue}s; bounded in depth, size and number of values. */
final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEPTH)
                  .maxStringLength(Limits.LINE_BYTES)
                  .maxNumberLength(10_000)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private int values;

  private JsonText() {}

  static JsonParser parser(String text) throws IOException {
    return FACTORY.createParser(text);
  }

  static JsonParser parser(Reader text) throws IOException {
    return FACTORY.createParser(text);
  }

  /** The object that the parser stands at the start of; puts the line of each of its fields into {@code lines}. */
  static Map<String, JsonValue> row(JsonParser parser, Map<String, Integer> lines) throws IOException {
    return new JsonText().fields(parser, lines);
  }

  private Map<String, JsonValue> fields(JsonParser parser, Map<String, Integer> lines) throws IOException {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (lines != null) {
        lines.put(name, parser.currentTokenLocation().getLineNr());
      }
      fields.put(name, value(parser, token));
    }
    return fields;
  }

  private JsonValue value(JsonParser parser, JsonToken token) throws IOException {
    if (++values > Limits.ROW_VALUES) {
      throw new IOException("a row holds more than " + Limits.ROW_VALUES + " values");
    }
    return switch (token) {
      case VALUE_STRING -> new JsonValue.Text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Number(parser.getText());
      case VALUE_TRUE -> new JsonValue.Bool(true);
      case VALUE_FALSE -> new JsonValue.Bool(false);
      case VALUE_NULL -> new JsonValue.Null();
      case START_OBJECT -> new JsonValue.Fields(fields(parser, null));
      case START_ARRAY -> items(parser);
      case null, default -> throw new IOException("the text ends within a row");
    };
  }

  private JsonValue items(JsonParser parser) throws IOException {
    List<JsonValue> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      items.add(value(parser, token));
    }
    return new JsonValue.Items(items);
  }
}
