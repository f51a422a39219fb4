package org.leibniz.dataset.rows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leibniz.api.LeibnizException;

/**
 * One row of a file. Fields are named by dotted paths ({@code ground_truth.answer}, {@code messages.1.content}); a name that
 * itself contains dots is found as a whole first. A field that is {@code null} counts as absent. What does not fit throws
 * {@code BAD_INPUT} with file, line, field and expectation.
 *
 * @param line 1-based line the row starts on
 * @param fieldLines lines of the top fields where they differ from {@code line}
 */
public record Row(Path file, int line, Map<String, JsonValue> values, Map<String, Integer> fieldLines) {

  /** The value at {@code path}; empty where there is none or it is null. */
  public Optional<JsonValue> value(String path) {
    JsonValue found = values.get(path);
    if (found == null) {
      found = new JsonValue.Fields(values);
      for (String step : path.split("\\.", -1)) {
        found = child(found, step);
      }
    }
    return found == null || found instanceof JsonValue.Null ? Optional.empty() : Optional.of(found);
  }

  private static JsonValue child(JsonValue parent, String step) {
    return switch (parent) {
      case JsonValue.Fields fields -> fields.values().get(step);
      case JsonValue.Items items -> {
        int index = step.matches("\\d{1,6}") ? Integer.parseInt(step) : -1;
        yield index >= 0 && index < items.values().size() ? items.values().get(index) : null;
      }
      case null, default -> null;
    };
  }

  public boolean has(String path) {
    return value(path).isPresent();
  }

  /** The text at {@code path}, never blank; numbers and booleans in their written form. */
  public String text(String path) {
    String text = optional(path).orElseThrow(() -> missing(path));
    if (text.isBlank()) {
      throw wrong(path, "is empty");
    }
    return text;
  }

  /** The text at {@code path}, which may be blank, or empty where there is none. */
  public Optional<String> optional(String path) {
    return value(path).map(value -> plain(path, value));
  }

  /** The texts of the list at {@code path}. */
  public List<String> texts(String path) {
    JsonValue value = value(path).orElseThrow(() -> missing(path));
    if (!(value instanceof JsonValue.Items items)) {
      throw wrong(path, "expected a list of texts, found " + value.kind());
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < items.values().size(); i++) {
      texts.add(plain(path + "." + i, items.values().get(i)));
    }
    return texts;
  }

  /** The whole number at {@code path}, from 0 to below {@code bound}. */
  public int index(String path, int bound) {
    String digits = text(path).strip();
    if (digits.matches("\\d{1,9}") && Integer.parseInt(digits) < bound) {
      return Integer.parseInt(digits);
    }
    throw wrong(path, "expected a whole number from 0 to " + (bound - 1) + ", found " + shown(digits));
  }

  /** A difficulty written as {@code 3}, {@code "3"} or {@code "Level 3"}; 0 where it is absent or {@code "Level ?"}. */
  public int level(String path) {
    Optional<String> written = optional(path);
    if (written.isEmpty()) {
      return 0;
    }
    String digits = written.get().strip().replaceFirst("^(?i)level\\s+", "");
    if (digits.matches("\\d{1,4}")) {
      return Integer.parseInt(digits);
    }
    if (digits.equals("?")) {
      return 0;
    }
    throw wrong(path, "expected a level such as 3 or \"Level 3\", found " + shown(written.get()));
  }

  /** The exception that names this row's file and the field's line. */
  public LeibnizException wrong(String path, String problem) {
    String top = values.containsKey(path) ? path : path.split("\\.", -1)[0];
    return LeibnizException.badInput(file, fieldLines.getOrDefault(top, line), path, problem);
  }

  /** A value as it may stand in a one-line message. */
  public static String shown(String value) {
    String line = TextFile.oneLine(value);
    return "'" + (line.length() > 60 ? line.substring(0, 59) + "…" : line) + "'";
  }

  private LeibnizException missing(String path) {
    return wrong(path, "is missing; the row has " + fields());
  }

  /** The names of the first fields, for a message. */
  String fields() {
    String names = values.keySet().stream().limit(12).map(Row::shown).collect(Collectors.joining(", "));
    return names.isEmpty() ? "no fields" : names.replace("'", "");
  }

  private String plain(String path, JsonValue value) {
    return switch (value) {
      case JsonValue.Items items -> throw wrong(path, "expected text, found a list");
      case JsonValue.Fields fields -> throw wrong(path, "expected text, found an object");
      case JsonValue.Null nothing -> throw wrong(path, "expected text, found null");
      case JsonValue.Text text -> text.value();
      case JsonValue.Number number -> number.digits();
      case JsonValue.Bool bool -> bool.written();
    };
  }

  /** Whether every one of {@code paths} is there. */
  boolean hasAll(List<String> paths) {
    return paths.stream().allMatch(path -> Arrays.stream(path.split("\\|")).anyMatch(this::has));
  }
}
