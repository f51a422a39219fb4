package org.leibniz.plugins.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.plugin.Descriptor;

/** Reads a descriptor: {@code {"label", "description", "schema", "capabilities"}}, all but the label optional. */
final class DescriptorReader {
  private static final int LONGEST = 256 * 1024;
  private static final Map<String, Object> NO_KEYS = Map.of("type", "object", "properties", Map.of());

  private DescriptorReader() {}

  /**
   * @param where the jar, for messages
   * @param in read to its end and not closed
   */
  static Descriptor read(PluginKey key, String version, String where, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw wrong(where, key, "is longer than " + LONGEST / 1024 + " KiB");
    }
    Map<String, Object> tree;
    try {
      tree = Json.read(bytes);
    } catch (IOException e) {
      throw wrong(where, key, "is no JSON object: " + Json.problem(e));
    }
    if (!(tree.get("label") instanceof String label) || label.isBlank()) {
      throw wrong(where, key, "label: expected a text");
    }
    String description = tree.get("description") instanceof String text ? text : "";
    return new Descriptor(key.kind(), key.id(), label, version, description, schema(key, where, tree), words(tree));
  }

  private static Map<String, Object> schema(PluginKey key, String where, Map<String, Object> tree) {
    Object written = tree.get("schema");
    if (written == null) {
      return NO_KEYS;
    }
    if (!(written instanceof Map<?, ?> map)) {
      throw wrong(where, key, "schema: expected a JSON Schema object");
    }
    if (map.get("properties") instanceof Object properties && !(properties instanceof Map)) {
      throw wrong(where, key, "schema.properties: expected an object");
    }
    if (map.get("required") instanceof Object required && !(required instanceof Collection)) {
      throw wrong(where, key, "schema.required: expected a list of keys");
    }
    return map.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .collect(Collectors.toUnmodifiableMap(entry -> String.valueOf(entry.getKey()), entry -> (Object) entry.getValue()));
  }

  private static Set<String> words(Map<String, Object> tree) {
    return tree.get("capabilities") instanceof Collection<?> words
        ? words.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new))
        : Set.of();
  }

  private static LeibnizException wrong(String where, PluginKey key, String problem) {
    return LeibnizException.badInput(where + ": " + key.descriptor() + ": " + problem);
  }
}
