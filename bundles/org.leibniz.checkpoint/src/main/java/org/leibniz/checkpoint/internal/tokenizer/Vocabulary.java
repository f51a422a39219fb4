package org.leibniz.checkpoint.internal.tokenizer;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Tokens and their ids. */
final class Vocabulary {
  private final Map<String, Integer> ids;
  private final Map<Integer, String> tokens = new HashMap<>();

  Vocabulary(Map<String, Integer> ids) {
    this.ids = Map.copyOf(ids);
    ids.forEach((token, id) -> tokens.put(id, token));
  }

  /** The id of a token, -1 where there is none. */
  int id(String token) {
    return ids.getOrDefault(token, -1);
  }

  OptionalInt find(String token) {
    int id = id(token);
    return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** A token's text, empty where the id stands for none. */
  String token(int id) {
    return tokens.getOrDefault(id, "");
  }

  int largestId() {
    return tokens.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
  }
}
