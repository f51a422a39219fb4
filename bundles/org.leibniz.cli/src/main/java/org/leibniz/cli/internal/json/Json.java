package org.leibniz.cli.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.cli.internal.Console;

/** Writes JSON on one line, numbers that are not finite as {@code null}. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static JsonNode number(double value) {
    JsonNodeFactory nodes = MAPPER.getNodeFactory();
    return Double.isFinite(value) ? nodes.numberNode(value) : nodes.nullNode();
  }

  public static JsonNode of(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Text that was stored as JSON; a text node where it is none. */
  public static JsonNode parse(String text) {
    try {
      JsonNode parsed = MAPPER.readTree(text);
      return parsed.isMissingNode() ? MAPPER.nullNode() : parsed;
    } catch (JsonProcessingException e) {
      return MAPPER.getNodeFactory().textNode(text);
    }
  }

  /** A node as maps, lists, texts, whole numbers as {@code Long}, decimals and booleans: what a configuration is made of. */
  public static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(element -> list.add(plain(element)));
      return list;
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber()) {
      return node.longValue();
    }
    return node.isNumber() ? (Object) node.doubleValue() : node.asText();
  }

  public static String line(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void print(Console console, JsonNode node) {
    console.line(line(node));
  }
}
