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
import java.util.HashMap;
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
 * {@code -Dleibniz.published=all} replays {@code sample-workspaces/published} whole in one command, by the executor that
 * {@code -Dleibniz.published.executor} names ({@code graalpy} where absent; {@code cpython} is much faster).
 */
class PublishedResultsIT {
  /** Items by which a count may differ; see docs/published-results.md for why it may at all. */
  private static final int WITHIN = 3;

  private static final int SETS = 51;

  /** On a machine that other work keeps busy; on a quiet one a fraction of it. */
  private static final long MINUTES_FOR_ALL = 180;

  /** By default these, and so many of their items. */
  private static final Map<String, Integer> PART =
      Map.of(
          "mathcoder-l-70b-gsm8k-20230919-0018", 400,
          "mathcoder-l-70b-svamp-20230918-2240", 300,
          "mathcoder-l-70b-simuleq-20230918-1804", 100,
          "mathcoder-cl-34b-mathematics-20230915-1754", 100,
          "tora-70b-v1.0-gsm8k", 150,
          "pot-few-shot-svamp", 200,
          "pot-zero-shot-multiarith", 150,
          "zero-shot-cot-gsm8k", Integer.MAX_VALUE);

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> setsGiveTheCountsOfTheirPublishers() throws Exception {
    String named = System.getenv("LEIBNIZ_CORPORA");
    if (named == null) {
      String why = "skipped: LEIBNIZ_CORPORA is not set, so there is nothing published to replay";
      return Stream.of(DynamicTest.dynamicTest(why, () -> assumeTrue(false, why)));
    }
    Path corpora = Path.of(named);
    Path workspace = LeibnizCommand.copy(BootedPlatform.checkout().resolve("sample-workspaces/published"), folder.resolve("published"));
    LeibnizCommand leibniz = LeibnizCommand.in(workspace);
    Map<String, JsonNode> sets = new HashMap<>();
    for (JsonNode set : new ObjectMapper().readTree(corpora.resolve("published/INDEX.json").toFile())) {
      sets.put(set.get("file").asText(), set);
    }
    assertThat(sets).hasSize(SETS);
    return "all".equals(System.getProperty("leibniz.published"))
        ? all(leibniz, corpora, sets)
        : part(leibniz, workspace, corpora, sets);
  }

  private static Stream<DynamicTest> part(
      LeibnizCommand leibniz, Path workspace, Path corpora, Map<String, JsonNode> sets) throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : PART.keySet()) {
      String file = Files.readString(workspace.resolve("runs/" + name + ".yaml"));
      JsonNode set = sets.get(file.replaceAll("(?s).*\\{LEIBNIZ_CORPORA}/(published/[^\"]*)\".*", "$1"));
      assertThat(set).as("the set that " + name + " replays").isNotNull();
      tests.add(DynamicTest.dynamicTest(name, () -> replay(leibniz, corpora, set, name, PART.get(name))));
    }
    return tests.stream();
  }

  private static void replay(LeibnizCommand leibniz, Path corpora, JsonNode set, String name, int limit) throws Exception {
    List<String> words = new ArrayList<>(List.of("run", "runs/" + name + ".yaml", "--json"));
    if (limit < Integer.MAX_VALUE) {
      words.addAll(List.of("--limit", Integer.toString(limit)));
    }
    JsonNode run = leibniz.json(words.toArray(String[]::new)).getLast();
    check(leibniz, run, set, Labels.read(corpora.resolve(set.get("labels").asText()), limit));
  }

  private static Stream<DynamicTest> all(LeibnizCommand leibniz, Path corpora, Map<String, JsonNode> sets) {
    Map<String, JsonNode> runs = new HashMap<>();
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(DynamicTest.dynamicTest("all sets in one command", () -> runs.putAll(replayAll(leibniz, sets))));
    sets.forEach((file, set) -> tests.add(DynamicTest.dynamicTest(file, () -> checkOneOf(runs, leibniz, corpora, set))));
    return tests.stream();
  }

  /** The finished runs by the file they replayed. */
  private static Map<String, JsonNode> replayAll(LeibnizCommand leibniz, Map<String, JsonNode> sets) throws Exception {
    String executor = System.getProperty("leibniz.published.executor", "graalpy");
    Map<String, JsonNode> finished = new HashMap<>();
    leibniz
        .jsonWithin(MINUTES_FOR_ALL, "run", ".", "--executor", executor, "--json")
        .forEach(run -> finished.put(run.get("run").asText(), run));
    Map<String, JsonNode> runs = new HashMap<>();
    for (JsonNode row : leibniz.json("sql", "select run, plan from runs", "--json")) {
      JsonNode run = finished.get(row.get("run").asText());
      JsonNode plan = new ObjectMapper().readTree(row.get("plan").asText());
      String path = plan.at("/models/policy/path").asText().replace("${LEIBNIZ_CORPORA}/", "");
      runs.put(path, run);
      assertThat(run.at("/published/listed").asInt())
          .as("what published.yaml lists for " + run.get("name").asText())
          .isEqualTo(sets.get(path).get("correct_by_released_grader").asInt());
    }
    assertThat(runs.keySet()).containsExactlyInAnyOrderElementsOf(sets.keySet());
    return runs;
  }

  private static void checkOneOf(Map<String, JsonNode> runs, LeibnizCommand leibniz, Path corpora, JsonNode set) throws Exception {
    JsonNode run = runs.get(set.get("file").asText());
    assertThat(run).as("its run").isNotNull();
    check(leibniz, run, set, Labels.read(corpora.resolve(set.get("labels").asText()), Integer.MAX_VALUE));
  }

  private static void check(LeibnizCommand leibniz, JsonNode run, JsonNode set, Labels labels) throws Exception {
    assertThat(run.get("correct").asInt()).as("released grader").isBetween(labels.correct - WITHIN, labels.correct + WITHIN);
    if (!set.get("paper").asText().startsWith("MathCoder")) {
      return;
    }
    JsonNode raw = leibniz.json("show", run.get("run").asText(), "--grader", "mathcoder-raw", "--json").getFirst();
    assertThat(raw.get("correct").asInt()).as("raw is_equal").isBetween(labels.correctRaw - WITHIN, labels.correctRaw + WITHIN);
    if (set.get("dataset").asText().equals("GSM8K") && set.get("model").asText().contains("70b")) {
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
