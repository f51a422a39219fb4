package org.leibniz.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leibniz.api.LeibnizException;

/** Fills {@code ${NAME}} in texts from environment variables. */
record Environment(Map<String, String> variables, BiFunction<String, String, LeibnizException> wrong) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  Map<String, Object> fill(Map<?, ?> map, String prefix) {
    Map<String, Object> filled = new LinkedHashMap<>();
    map.forEach((key, value) -> filled.put(String.valueOf(key), fill(value, prefix + key)));
    return filled;
  }

  private Object fill(Object value, String field) {
    return switch (value) {
      case Map<?, ?> map -> fill(map, field + ".");
      case List<?> list -> list.stream().map(element -> fill(element, field)).toList();
      case String text -> fill(text, field);
      default -> value;
    };
  }

  private String fill(String text, String field) {
    Matcher matcher = VARIABLE.matcher(text);
    return matcher.replaceAll(
        match -> {
          String filled = variables.get(match.group(1));
          if (filled == null) {
            throw wrong.apply(field, "the environment variable " + match.group(1) + " is not set");
          }
          return Matcher.quoteReplacement(filled);
        });
  }
}
