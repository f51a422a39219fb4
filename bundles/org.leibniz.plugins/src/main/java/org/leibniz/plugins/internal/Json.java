package org.leibniz.plugins.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** JSON as trees of the JDK's own types; no plugin's class ever gets into the mapper's caches. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static Map<String, Object> read(byte[] bytes) throws java.io.IOException {
    Map<String, Object> tree = MAPPER.readValue(bytes, new TypeReference<>() {});
    return tree == null ? Map.of() : tree;
  }

  static byte[] write(Map<String, ?> tree) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One line of what Jackson has to say, without its excerpts of the source. */
  static String problem(java.io.IOException e) {
    return e instanceof JsonProcessingException json
        ? json.getOriginalMessage() + (json.getLocation() == null ? "" : " at line " + json.getLocation().getLineNr())
        : String.valueOf(e.getMessage());
  }
}
