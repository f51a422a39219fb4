package org.leibniz.engine.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.api.plugin.Descriptor;

/** The defaults a descriptor's schema states. */
final class SchemaDefaults {
  private static final String ARRAY = "array";

  private SchemaDefaults() {}

  /** {@code settings} with absent keys filled from the schema, so that a stored plan says what was in force. */
  static Map<String, Object> complete(Descriptor descriptor, Map<String, Object> settings) {
    return complete(descriptor.schema(), settings);
  }

  private static Map<String, Object> complete(Map<?, ?> schema, Map<?, ?> settings) {
    Map<String, Object> all = new LinkedHashMap<>();
    settings.forEach((key, value) -> all.put(String.valueOf(key), value));
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach(
          (key, property) -> {
            if (property instanceof Map<?, ?> one) {
              completeOne(all, String.valueOf(key), one);
            }
          });
    }
    return all;
  }

  private static void completeOne(Map<String, Object> all, String key, Map<?, ?> property) {
    if (all.get(key) instanceof Map<?, ?> inner) {
      all.put(key, complete(property, inner));
    } else if (!all.containsKey(key) && property.containsKey("default")) {
      all.put(key, property.get("default"));
    }
  }

  /** Whether the schema says that {@code key} is a list by nature. */
  static boolean takesList(Descriptor descriptor, String key) {
    return descriptor.schema().get("properties") instanceof Map<?, ?> properties
        && properties.get(key) instanceof Map<?, ?> property
        && (ARRAY.equals(property.get("type")) || property.get("type") instanceof List<?> types && types.contains(ARRAY));
  }
}
