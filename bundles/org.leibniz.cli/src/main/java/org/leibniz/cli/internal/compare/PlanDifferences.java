package org.leibniz.cli.internal.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.store.RunRow;

/** In which settings two runs' plans differ, apart from their model, name and file. */
record PlanDifferences(RunRow a, RunRow b) {
  private static final Set<String> EXPECTED = Set.of("name", "description", "models", "model", "maxInFlight", "cache");
  private static final int WIDTH = 40;

  /** One line each, as {@code strategy.id: cot, pot}. */
  List<String> lines() {
    TreeMap<String, String> left = flat(Json.parse(a.plan()));
    TreeMap<String, String> right = flat(Json.parse(b.plan()));
    TreeSet<String> keys = new TreeSet<>(left.keySet());
    keys.addAll(right.keySet());
    List<String> lines = new ArrayList<>();
    for (String key : keys) {
      String one = left.getOrDefault(key, "–");
      String other = right.getOrDefault(key, "–");
      if (!one.equals(other)) {
        lines.add(key + ": " + Printable.clip(one, WIDTH) + ", " + Printable.clip(other, WIDTH));
      }
    }
    return lines;
  }

  private static TreeMap<String, String> flat(JsonNode plan) {
    TreeMap<String, String> flat = new TreeMap<>();
    plan.properties()
        .forEach(
            field -> {
              if (!EXPECTED.contains(field.getKey())) {
                flatten(field.getKey(), field.getValue(), flat);
              }
            });
    flat.keySet().removeIf(key -> key.startsWith("dataset.written"));
    return flat;
  }

  private static void flatten(String path, JsonNode node, TreeMap<String, String> into) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties().forEach(field -> flatten(path + "." + field.getKey(), field.getValue(), into));
    } else {
      into.put(path, node.isTextual() ? node.asText() : node.toString());
    }
  }
}
