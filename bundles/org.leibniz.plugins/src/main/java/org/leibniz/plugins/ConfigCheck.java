package org.leibniz.plugins;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.leibniz.api.Config;
import org.leibniz.api.plugin.Descriptor;
import org.leibniz.plugins.internal.Nearest;

/**
 * Checks a configuration against a descriptor's schema: {@code properties} with {@code type}, {@code enum}, {@code minimum},
 * {@code maximum}, {@code items} and their own {@code properties}; {@code required}; {@code additionalProperties}.
 */
public final class ConfigCheck {
  private ConfigCheck() {}

  /**
   * Throws {@code BAD_INPUT} with file, line and field for an unknown key (naming a near one), a missing required key, a
   * wrong type, a value outside {@code enum}, {@code minimum} or {@code maximum}. A key of type {@code string} takes numbers
   * and booleans in their written form, and one of type {@code array} a single element, as {@link Config} does.
   */
  public static void check(Descriptor descriptor, Config config) {
    object(descriptor.kind().id() + " '" + descriptor.id() + "'", descriptor.schema(), config);
  }

  private static void object(String owner, Map<String, Object> schema, Config config) {
    Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> map ? map : Map.of();
    Set<String> known = properties.keySet().stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    boolean open = schema.get("additionalProperties") instanceof Object more && !Boolean.FALSE.equals(more);
    for (String key : config.values().keySet()) {
      if (properties.get(key) instanceof Map<?, ?> property) {
        value(owner, key, property, config);
      } else if (!open && !known.contains(key)) {
        throw config.wrong(key, "unknown key of " + owner + Nearest.suggestion(key, known) + listing(known));
      }
    }
    if (schema.get("required") instanceof Collection<?> required) {
      for (Object key : required) {
        if (!config.has(String.valueOf(key))) {
          throw config.wrong(String.valueOf(key), "is missing; " + owner + " requires it");
        }
      }
    }
  }

  private static String listing(Set<String> known) {
    return known.isEmpty() ? " (it takes no keys)" : " (known: " + String.join(", ", known) + ")";
  }

  private static void value(String owner, String key, Map<?, ?> property, Config config) {
    Object value = config.values().get(key);
    List<String> types =
        switch (property.get("type")) {
          case null -> List.of();
          case Collection<?> several -> several.stream().map(String::valueOf).toList();
          case Object one -> List.of(one.toString());
        };
    if (!types.isEmpty() && types.stream().noneMatch(type -> fits(type, value))) {
      throw config.wrong(
          key, "expected " + types.stream().map(ConfigCheck::words).collect(Collectors.joining(" or ")) + ", found " + found(value));
    }
    oneOf(key, property, value, config);
    range(key, property, value, config);
    if (value instanceof Map<?, ?> && property.get("properties") instanceof Map<?, ?>) {
      object(owner, fields(property), config.child(key));
    }
    if (value instanceof List<?> list && property.get("items") instanceof Map<?, ?> items) {
      elements(owner, key, items, list, config);
    }
  }

  private static void elements(String owner, String key, Map<?, ?> items, List<?> list, Config config) {
    String type = items.get("type") instanceof String written ? written : "";
    for (int i = 0; i < list.size(); i++) {
      if (!type.isEmpty() && !fits(type, list.get(i))) {
        throw config.wrong(key + "[" + i + "]", "expected " + words(type) + ", found " + found(list.get(i)));
      }
    }
    if (items.get("properties") instanceof Map<?, ?>) {
      config.children(key).forEach(child -> object(owner, fields(items), child));
    }
  }

  private static void oneOf(String key, Map<?, ?> property, Object value, Config config) {
    if (!(property.get("enum") instanceof Collection<?> allowed)) {
      return;
    }
    List<String> names = allowed.stream().map(String::valueOf).toList();
    for (Object element : value instanceof List<?> list ? list : List.of(value)) {
      if (!names.contains(String.valueOf(element))) {
        throw config.wrong(
            key,
            "expected one of " + String.join(", ", names) + ", found " + found(element)
                + Nearest.suggestion(String.valueOf(element), names));
      }
    }
  }

  private static void range(String key, Map<?, ?> property, Object value, Config config) {
    if (!(value instanceof Number number)) {
      return;
    }
    if (property.get("minimum") instanceof Number least && number.doubleValue() < least.doubleValue()) {
      throw config.wrong(key, "expected " + least + " or more, found " + number);
    }
    if (property.get("maximum") instanceof Number most && number.doubleValue() > most.doubleValue()) {
      throw config.wrong(key, "expected " + most + " or less, found " + number);
    }
  }

  private static boolean fits(String type, Object value) {
    return switch (type) {
      case "string" -> value instanceof String || value instanceof Number || value instanceof Boolean;
      case "integer" -> value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue());
      case "number" -> value instanceof Number;
      case "boolean" -> value instanceof Boolean;
      case "array" -> value != null && !(value instanceof Map);
      case "object" -> value instanceof Map;
      case "null" -> value == null;
      default -> true;
    };
  }

  private static String words(String type) {
    return switch (type) {
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "a mapping";
      default -> type;
    };
  }

  private static String found(Object value) {
    return switch (value) {
      case null -> "nothing";
      case Map<?, ?> map -> "a mapping";
      case List<?> list -> "a list";
      case String text -> "'" + text + "'";
      default -> value.toString();
    };
  }

  private static Map<String, Object> fields(Map<?, ?> map) {
    return map.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), entry -> (Object) entry.getValue()));
  }
}
