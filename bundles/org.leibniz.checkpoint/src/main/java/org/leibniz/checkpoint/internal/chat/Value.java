package org.leibniz.checkpoint.internal.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of a template besides texts, numbers, booleans, lists and maps, and what Python makes of all of them. */
sealed interface Value {
  /** Python's None. */
  enum None implements Value {
    NONE
  }

  /** What a name or key that does not exist stands for; printing it gives nothing. */
  record Undefined(String name) implements Value {}

  /** Attributes that a template may set. */
  record Namespace(Map<String, Object> attributes) implements Value {}

  /** Something that can be called. */
  non-sealed interface Function extends Value {
    Object call(List<Object> arguments, Map<String, Object> named);
  }

  static boolean truth(Object value) {
    return switch (value) {
      case Boolean flag -> flag;
      case Long number -> number != 0;
      case Double number -> number != 0;
      case String text -> !text.isEmpty();
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      case None none -> false;
      case Undefined undefined -> false;
      default -> true;
    };
  }

  /** As {@code str(value)} writes it. */
  static String text(Object value) {
    return switch (value) {
      case String text -> text;
      case Undefined undefined -> "";
      default -> written(value);
    };
  }

  /** As {@code repr(value)} writes it. */
  static String written(Object value) {
    return switch (value) {
      case String text -> quoted(text);
      case Boolean flag -> flag ? "True" : "False";
      case None none -> "None";
      case List<?> list -> list.stream().map(Value::written).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> written(entry.getKey()) + ": " + written(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Function function -> "<function>";
      case Namespace namespace -> "<Namespace " + written(namespace.attributes) + ">";
      default -> value.toString();
    };
  }

  private static String quoted(String text) {
    char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
    String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r");
    return quote + (quote == '\'' ? escaped.replace("'", "\\'") : escaped) + quote;
  }

  /** What a loop goes over: a list's elements, a map's keys, a text's characters; null for what has no elements. */
  static List<Object> elements(Object value) {
    return switch (value) {
      case List<?> list -> new ArrayList<>(list);
      case Map<?, ?> map -> new ArrayList<>(map.keySet());
      case String text -> text.codePoints().mapToObj(point -> (Object) Character.toString(point)).collect(Collectors.toList());
      case Undefined undefined -> new ArrayList<>();
      default -> null;
    };
  }
}
