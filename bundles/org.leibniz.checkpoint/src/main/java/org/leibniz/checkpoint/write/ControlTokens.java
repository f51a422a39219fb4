package org.leibniz.checkpoint.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leibniz.api.LeibnizException;

/** Control tokens in a tokenizer.json. */
public final class ControlTokens {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ControlTokens() {}

  /**
   * Copies a tokenizer with those of {@code names} that it lacks as further control tokens; the others keep their ids.
   *
   * @param first id of the first one added; larger than all there are
   * @return how many were added
   */
  public static int add(Path from, List<String> names, int first, Path to) throws IOException {
    if (!(MAPPER.readTree(from.toFile()) instanceof ObjectNode root)) {
      throw LeibnizException.badInput(from, 0, "", "expected a JSON object");
    }
    ArrayNode tokens = root.withArray("added_tokens");
    Set<String> there = new HashSet<>();
    for (JsonNode token : tokens) {
      there.add(token.path("content").asText());
    }
    int added = 0;
    for (String name : names) {
      if (there.add(name)) {
        tokens.add(entry(name, first + added++));
      }
    }
    MAPPER.writeValue(to.toFile(), root);
    return added;
  }

  static ObjectNode entry(String name, int id) {
    ObjectNode token = MAPPER.createObjectNode();
    token.put("id", id);
    token.put("content", name);
    for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
      token.put(flag, false);
    }
    return token.put("special", true);
  }
}
