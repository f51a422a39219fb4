package org.leibniz.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The configuration of one plugin: an immutable tree of {@code String}, {@code Boolean}, {@code Long}, {@code Double},
 * {@code List} and {@code Map<String, Object>} values, already validated against the plugin's JSON Schema. Each getter
 * throws a {@link LeibnizException} naming file, line and field where a value has the wrong type.
 */
public final class Config {
  /** An empty configuration that came from no file. */
  public static final Config EMPTY = new Config(Map.of(), new Origin("", path -> ""));

  /**
   * Where a configuration was written.
   *
   * @param base folder that relative paths are resolved against, empty for the working folder
   * @param locate maps a dotted field path to {@code FILE:LINE}, or to an empty string where it is not known
   */
  public record Origin(String base, UnaryOperator<String> locate) {}

  private final Map<String, Object> values;
  private final Origin origin;
  private final String prefix;

  public Config(Map<String, Object> values, Origin origin) {
    this(values, origin, "");
  }

  private Config(Map<String, Object> values, Origin origin, String prefix) {
    this.values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    this.origin = origin;
    this.prefix = prefix;
  }

  /** A configuration written in code, for tests and defaults. */
  public static Config of(Map<String, Object> values) {
    return new Config(values, EMPTY.origin);
  }

  /** The same place in the same file with other values. */
  public Config with(Map<String, Object> others) {
    return new Config(others, origin, prefix);
  }

  /** The same values as the mapping at the dotted {@code path} of the file, so that messages name whole fields. */
  public Config at(String path) {
    return new Config(values, origin, path + ".");
  }

  public Map<String, Object> values() {
    return values;
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The text at {@code key}; numbers and booleans are given in their written form. */
  public Optional<String> text(String key) {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map || value instanceof List) {
      throw wrong(key, "expected text, found " + kind(value));
    }
    return Optional.of(value.toString());
  }

  public String text(String key, String fallback) {
    return text(key).orElse(fallback);
  }

  public String require(String key) {
    return text(key).orElseThrow(() -> wrong(key, "is missing"));
  }

  public long integer(String key, long fallback) {
    Object value = values.get(key);
    if (value == null) {
      return fallback;
    }
    if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
      return number.longValue();
    }
    throw wrong(key, "expected a whole number, found " + kind(value));
  }

  public double decimal(String key, double fallback) {
    Object value = values.get(key);
    if (value == null) {
      return fallback;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(key, "expected a number, found " + kind(value));
  }

  public boolean flag(String key, boolean fallback) {
    Object value = values.get(key);
    if (value == null) {
      return fallback;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong(key, "expected true or false, found " + kind(value));
  }

  /** A list of texts; a single text counts as a list of one. */
  public List<String> texts(String key) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      List<String> texts = new ArrayList<>();
      for (Object element : list) {
        if (element instanceof Map || element instanceof List) {
          throw wrong(key, "expected a list of texts, found a list with " + kind(element));
        }
        texts.add(String.valueOf(element));
      }
      return List.copyOf(texts);
    }
    return List.of(text(key).orElseThrow());
  }

  /** The mapping at {@code key}, empty where there is none. */
  public Config child(String key) {
    Object value = values.get(key);
    if (value == null) {
      return new Config(Map.of(), origin, prefix + key + ".");
    }
    if (value instanceof Map<?, ?> map) {
      return new Config(asFields(map), origin, prefix + key + ".");
    }
    throw wrong(key, "expected a mapping, found " + kind(value));
  }

  /** The list of mappings at {@code key}, empty where there is none. */
  public List<Config> children(String key) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw wrong(key, "expected a list, found " + kind(value));
    }
    List<Config> children = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof Map<?, ?> map)) {
        throw wrong(key + "[" + i + "]", "expected a mapping, found " + kind(list.get(i)));
      }
      children.add(new Config(asFields(map), origin, prefix + key + "[" + i + "]."));
    }
    return List.copyOf(children);
  }

  /** A path, resolved against the folder of the file that wrote it. */
  public Optional<Path> path(String key) {
    return text(key).map(written -> Path.of(origin.base()).resolve(written).normalize());
  }

  /** A duration written as {@code 10s}, {@code 500ms}, {@code 2m} or a number of seconds. */
  public Duration duration(String key, Duration fallback) {
    Optional<String> written = text(key);
    if (written.isEmpty()) {
      return fallback;
    }
    String text = written.get().strip();
    try {
      if (text.endsWith("ms")) {
        return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2).strip()));
      }
      double factor = text.endsWith("m") ? 60 : text.endsWith("h") ? 3600 : 1;
      String digits = text.replaceFirst("[smh]$", "").strip();
      return Duration.ofMillis(Math.round(Double.parseDouble(digits) * factor * 1000));
    } catch (NumberFormatException e) {
      throw wrong(key, "expected a duration such as 10s, 500ms or 2m, found '" + text + "'");
    }
  }

  /** A count of bytes written as {@code 512MiB}, {@code 2GiB}, {@code 64KiB} or a plain number. */
  public long bytes(String key, long fallback) {
    Optional<String> written = text(key);
    if (written.isEmpty()) {
      return fallback;
    }
    String text = written.get().strip();
    long unit =
        text.endsWith("KiB") ? 1L << 10 : text.endsWith("MiB") ? 1L << 20 : text.endsWith("GiB") ? 1L << 30 : 1;
    try {
      return Math.multiplyExact(Long.parseLong(text.replaceFirst("[KMG]iB$", "").strip()), unit);
    } catch (NumberFormatException | ArithmeticException e) {
      throw wrong(key, "expected a size such as 512MiB, found '" + text + "'");
    }
  }

  /** One of the constants of {@code type}, written in lower case with dashes. */
  public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
    Optional<String> written = text(key);
    if (written.isEmpty()) {
      return fallback;
    }
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      if (name.equals(written.get())) {
        return constant;
      }
      names.add(name);
    }
    throw wrong(key, "expected one of " + String.join(", ", names) + ", found '" + written.get() + "'");
  }

  /** The exception that says what is wrong with {@code key}, with file and line where they are known. */
  public LeibnizException wrong(String key, String problem) {
    String field = prefix + key;
    String where = origin.locate().apply(field);
    return LeibnizException.badInput((where.isEmpty() ? "" : where + ": ") + field + ": " + problem);
  }

  private static Map<String, Object> asFields(Map<?, ?> map) {
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((key, value) -> fields.put(String.valueOf(key), value));
    return fields;
  }

  private static String kind(Object value) {
    return switch (value) {
      case null -> "nothing";
      case Map<?, ?> map -> "a mapping";
      case List<?> list -> "a list";
      case Number number -> "the number " + number;
      case Boolean flag -> flag.toString();
      default -> "'" + value + "'";
    };
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
