package org.leibniz.grader.published.mathcoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The published generations and their labels, where the corpora are there. */
final class Published {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Published() {}

  /** One graded generation. */
  record Item(String id, String gold, String completion, JsonNode label) {}

  /** One published set. */
  record GradedSet(Path root, JsonNode index) {
    String name() {
      return index.path("model").asText() + " " + index.path("dataset").asText() + " " + index.path("run").asText();
    }

    boolean isGsm8k() {
      return index.path("dataset").asText().equals("GSM8K");
    }

    /** The items that have both a generation and a label. */
    List<Item> items(String labelsFile) {
      List<JsonNode> records = lines(root.resolve(index.path("file").asText()));
      Map<String, JsonNode> byId = new HashMap<>();
      records.forEach(record -> byId.put(record.path("id").asText(), record));
      List<Item> items = new ArrayList<>();
      for (JsonNode label : lines(root.resolve(labelsFile))) {
        JsonNode record =
            label.has("id") ? byId.get(label.path("id").asText()) : records.get(label.path("index").asInt());
        if (record != null && label.path("generation_present").asBoolean(true)) {
          JsonNode gold = record.has("ground_truth") ? record.path("ground_truth") : record.path("extra");
          String id = label.has("index") ? label.path("index").asText() : label.path("id").asText();
          items.add(new Item(id, text(gold.path("answer")), record.path("completion").asText(), label));
        }
      }
      return items;
    }
  }

  /** Golds that are JSON numbers are read as the released code reads them, with {@code .0} for whole floats. */
  private static String text(JsonNode gold) {
    if (!gold.isFloatingPointNumber()) {
      return gold.asText();
    }
    String plain = new BigDecimal(Double.toString(gold.doubleValue())).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  static List<GradedSet> mathCoder() {
    String corpora = System.getenv("LEIBNIZ_CORPORA");
    Assumptions.assumeTrue(
        corpora != null && Files.exists(Path.of(corpora, "published", "INDEX.json")),
        "needs LEIBNIZ_CORPORA with published/INDEX.json");
    Path root = Path.of(corpora);
    try {
      List<GradedSet> sets = new ArrayList<>();
      for (JsonNode index : JSON.readTree(root.resolve("published/INDEX.json").toFile())) {
        if (index.path("paper").asText().startsWith("MathCoder")) {
          sets.add(new GradedSet(root, index));
        }
      }
      return sets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> lines(Path file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<JsonNode> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(JSON.readTree(line));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
