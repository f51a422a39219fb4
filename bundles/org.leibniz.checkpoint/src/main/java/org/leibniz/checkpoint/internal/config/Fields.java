package org.leibniz.checkpoint.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.leibniz.api.LeibnizException;

/**
 * Fields of a JSON object, with errors that name file and field.
 *
 * @param prefix what to put before a field's name in messages
 */
record Fields(Path file, JsonNode node, String prefix) {
  Fields child(String key) {
    return new Fields(file, node.path(key), prefix + key + ".");
  }

  boolean has(String key) {
    return node.hasNonNull(key);
  }

  int size(String key, int most) {
    if (!has(key)) {
      throw wrong(key, "is missing; expected a whole number from 1 to " + most);
    }
    return size(key, 0, most);
  }

  /** A whole number from 1 to {@code most}. */
  int size(String key, int fallback, int most) {
    if (!has(key)) {
      return fallback;
    }
    JsonNode value = node.get(key);
    boolean whole = value.isNumber() && value.asDouble() == Math.rint(value.asDouble());
    if (!whole || value.asDouble() < 1 || value.asDouble() > most) {
      throw wrong(key, "is " + value + "; expected a whole number from 1 to " + most);
    }
    return value.asInt();
  }

  double positive(String key, double fallback) {
    if (!has(key)) {
      return fallback;
    }
    double value = node.get(key).isNumber() ? node.get(key).asDouble() : Double.NaN;
    if (!(value > 0) || Double.isInfinite(value)) {
      throw wrong(key, "is " + node.get(key) + "; expected a number above 0");
    }
    return value;
  }

  double positive(String key) {
    if (!has(key)) {
      throw wrong(key, "is missing; expected a number above 0");
    }
    return positive(key, 1);
  }

  boolean flag(String key, boolean fallback) {
    return has(key) ? node.get(key).asBoolean() : fallback;
  }

  String text(String key, String fallback) {
    return has(key) ? node.get(key).asText() : fallback;
  }

  LeibnizException wrong(String key, String problem) {
    return LeibnizException.badInput(file, 0, prefix + key, problem);
  }
}
