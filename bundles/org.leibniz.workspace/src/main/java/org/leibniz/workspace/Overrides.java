package org.leibniz.workspace;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leibniz.api.LeibnizException;

/** Settings given as {@code key=value}, with dotted keys; the value is read as YAML. */
public final class Overrides {
  private Overrides() {}

  /** Parses one {@code key=value}. */
  public static Map.Entry<String, Object> parse(String written) {
    int equals = written.indexOf('=');
    if (equals < 1) {
      throw LeibnizException.usage("--set " + written + ": expected key=value, for instance strategy.maxRounds=4");
    }
    String key = written.substring(0, equals);
    String value = written.substring(equals + 1);
    YamlFile parsed = YamlFile.parse(Path.of("--set " + key), "value: " + (value.isEmpty() ? "''" : value) + "\n");
    return Map.entry(key, parsed.root().get("value"));
  }

  /** Puts {@code value} at the dotted {@code path}, making mappings on the way; a plugin given by its id alone keeps it. */
  static void put(Map<String, Object> root, String path, Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      root.put(path, value);
      return;
    }
    String head = path.substring(0, dot);
    Map<String, Object> child = new LinkedHashMap<>();
    Object there = root.get(head);
    if (there instanceof Map<?, ?> map) {
      map.forEach((key, element) -> child.put(String.valueOf(key), element));
    } else if (there instanceof String id) {
      child.put("id", id);
    }
    put(child, path.substring(dot + 1), value);
    root.put(head, child);
  }
}
