package org.leibniz.model.openai.internal;

import java.util.function.UnaryOperator;
import org.leibniz.api.Config;

/** A server's key. It comes from the environment alone, goes into one header, and is taken out of every message. */
final class ApiKey {
  private static final String HIDDEN = "[key]";
  /** Shorter ones are placeholders of servers that want none, and would be found in innocent words. */
  private static final int LEAST_SECRET = 8;

  private final String value;

  private ApiKey(String value) {
    this.value = value;
  }

  /**
   * The key in the variable that {@code keyVariable} names, empty where it is absent. Messages repeat no value, which
   * may be
   * the key itself, written there by mistake.
   */
  static ApiKey from(Config config, UnaryOperator<String> environment) {
    if (!config.has("keyVariable")) {
      return new ApiKey("");
    }
    if (!config.require("keyVariable").matches("[A-Za-z_][A-Za-z0-9_]{0,63}")) {
      throw config.wrong("keyVariable",
          "expected the name of an environment variable, such as OPENAI_API_KEY, and not the key");
    }
    String value = environment.apply(config.require("keyVariable"));
    if (value == null || value.isBlank()) {
      throw config.wrong("keyVariable", "the environment has no variable of that name; set it to the server's key");
    }
    String key = value.strip();
    if (!key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw config.wrong("keyVariable",
          "the variable's value cannot be a key: it has blanks or characters beyond ASCII");
    }
    return new ApiKey(key);
  }

  boolean isPresent() {
    return !value.isEmpty();
  }

  /** The value of the header {@code Authorization}. */
  String authorization() {
    return "Bearer " + value;
  }

  /** {@code text} without the key. */
  String hide(String text) {
    return value.length() < LEAST_SECRET ? text : text.replace(value, HIDDEN);
  }

  @Override
  public String toString() {
    return isPresent() ? HIDDEN : "";
  }
}
