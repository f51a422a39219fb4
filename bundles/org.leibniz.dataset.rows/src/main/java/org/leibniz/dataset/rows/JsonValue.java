package org.leibniz.dataset.rows;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value of a row. Numbers keep the digits the publisher wrote: {@code 51.0} stays {@code 51.0}. */
public sealed interface JsonValue {
  record Text(String value) implements JsonValue {}

  record Number(String digits) implements JsonValue {}

  record Bool(boolean value) implements JsonValue {}

  record Items(List<JsonValue> values) implements JsonValue {}

  record Fields(Map<String, JsonValue> values) implements JsonValue {}

  record Null() implements JsonValue {}

  /** Text as it is, everything else as JSON, with a blank after commas and colons. */
  default String written() {
    return switch (this) {
      case Text text -> text.value();
      case Number number -> number.digits();
      case Bool bool -> String.valueOf(bool.value());
      case Null nothing -> "null";
      case Items items -> items.values().stream().map(JsonValue::quoted).collect(Collectors.joining(", ", "[", "]"));
      case Fields fields ->
          fields.values().entrySet().stream()
              .map(e -> new Text(e.getKey()).quoted() + ": " + e.getValue().quoted())
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /** The JSON that would be read as this value. */
  default String quoted() {
    return this instanceof Text(String value)
        ? '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"'
        : written();
  }

  /** What it is, in words for an error. */
  default String kind() {
    return switch (this) {
      case Text text -> "text";
      case Number number -> "the number " + (number.digits().length() > 40 ? "…" : number.digits());
      case Bool bool -> String.valueOf(bool.value());
      case Items items -> "a list";
      case Fields fields -> "an object";
      case Null nothing -> "null";
    };
  }
}
