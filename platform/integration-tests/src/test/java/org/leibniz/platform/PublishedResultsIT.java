package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Published generations replayed with live execution give the publishers' counts. By default a part of some sets is replayed;
 * {@code -Dleibniz.published=all} replays every set of {@code sample-workspaces/published} whole, which takes an hour or so.
 */
class PublishedResultsIT {
  /** Items by which a count may differ; see docs/published-results.md for why it may at all. */
  private static final int WITHIN = 3;

  /** By default these, and so many of their items. */
  private static final Map<String, Integer> PART =
      Map.of(
          "mathcoder-l-70b-gsm8k-20230919-0018", 400,
          "mathcoder-l-70b-svamp-20230918-2240", 300,
          "mathcoder-l-70b-simuleq-20230918-1804", 100,
          "mathcoder-cl-34b-mathematics-20230915-1754", 100);

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> setsGiveTheCountsOfTheirPublishers() throws Exception {
    String corpora = System.getenv("LEIBNIZ_CORPORA");
    if (corpora == null) {
      String why = "skipped: LEIBNIZ_CORPORA is not set, so there is nothing published to replay";
      return Stream.of(DynamicTest.dynamicTest(why, () -> assumeTrue(false, why)));
    }
    boolean all = "all".equals(System.getProperty("leibniz.published"));
    Path workspace = LeibnizCommand.copy(BootedPlatform.checkout().resolve("sample-workspaces/published"), folder.resolve("published"));
    LeibnizCommand leibniz = LeibnizCommand.in(workspace);
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode set : new ObjectMapper().readTree(Path.of(corpora, "published/INDEX.json").toFile())) {
      String name = name(set);
      if (set.get("paper").asText().startsWith("MathCoder") && (all || PART.containsKey(name))) {
        int limit = all ? Integer.MAX_VALUE : PART.get(name);
        tests.add(DynamicTest.dynamicTest(name, () -> replay(leibniz, Path.of(corpora), set, name, limit)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  private static String name(JsonNode set) {
    return (set.get("model").asText() + "-" + set.get("dataset").asText() + "-" + set.path("run").asText()).toLowerCase(java.util.Locale.ROOT);
  }

  private static void replay(LeibnizCommand leibniz, Path corpora, JsonNode set, String name, int limit) throws Exception {
    List<String> words = new ArrayList<>(List.of("run", "runs/" + name + ".yaml", "--json"));
    if (limit < Integer.MAX_VALUE) {
      words.addAll(List.of("--limit", Integer.toString(limit)));
    }
    JsonNode run = leibniz.json(words.toArray(String[]::new)).getLast();
    Labels labels = Labels.read(corpora.resolve(set.get("labels").asText()), limit);
    assertThat(run.get("correct").asInt()).as("released grader").isBetween(labels.correct - WITHIN, labels.correct + WITHIN);
    JsonNode raw = leibniz.json("show", run.get("run").asText(), "--grader", "mathcoder-raw", "--json").getFirst();
    assertThat(raw.get("correct").asInt()).as("raw is_equal").isBetween(labels.correctRaw - WITHIN, labels.correctRaw + WITHIN);
    if (name.contains("gsm8k")) {
      String query =
          "select count(*) n from samples where run = '" + run.get("run").asText() + "' and flags like '%execution-differs%'";
      double differing = leibniz.json("sql", query, "--json").getFirst().get("n").asDouble() / run.get("n").asDouble();
      assertThat(differing).as("share of items whose live execution differs from the recorded one").isLessThanOrEqualTo(0.01);
    }
  }

  /** The publisher's verdicts on the items at the first positions of the test set. */
  private static final class Labels {
    private int correct;
    private int correctRaw;

    static Labels read(Path file, int limit) throws Exception {
      Labels labels = new Labels();
      Set<Integer> seen = new HashSet<>();
      ObjectMapper json = new ObjectMapper();
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          JsonNode label = json.readTree(line);
          if (label.get("index").asInt() < limit && seen.add(label.get("index").asInt())) {
            labels.correct += label.path("correct").asBoolean() ? 1 : 0;
            labels.correctRaw += label.path("correct_raw").asBoolean() ? 1 : 0;
          }
        }
      }
      return labels;
    }
  }
}
