package org.leibniz.model.recorded.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import org.leibniz.api.LeibnizException;

/** One line of a recording, with the place it came from for messages. */
record Row(JsonNode json, Path file, int line, int position) {
  LeibnizException wrong(String field, String problem) {
    return LeibnizException.badInput(file, line, field, problem);
  }

  /** The text at {@code field}; numbers in their written form. */
  Optional<String> text(String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isValueNode()) {
      throw wrong(field, "expected text, found " + kind(value));
    }
    return Optional.of(value.asText());
  }

  /** The list at {@code field}, which must be there. */
  JsonNode list(String field) {
    JsonNode value = json.path(field);
    if (!value.isArray()) {
      throw wrong(field, value.isMissingNode() ? "is missing; expected a list" : "expected a list, found " + kind(value));
    }
    return value;
  }

  /** The text {@code key} of {@code object}, an element of {@code field}. */
  String text(JsonNode object, String key, String field) {
    JsonNode value = object.path(key);
    if (!value.isValueNode() || value.isNull()) {
      throw wrong(field + "." + key, value.isMissingNode() ? "is missing; expected text" : "expected text");
    }
    return value.asText();
  }

  /** A text, number (never with an exponent) or truth value as text; empty for anything else. */
  static Optional<String> scalar(JsonNode node) {
    if (node.isFloatingPointNumber()) {
      return Optional.of(node.decimalValue().toPlainString());
    }
    return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
  }

  static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "a mapping";
      case ARRAY -> "a list";
      case STRING -> "text";
      case NUMBER -> "a number";
      case BOOLEAN -> value.asText();
      default -> "nothing";
    };
  }
}
