package org.leibniz.grader.published.papers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Solution;
import org.leibniz.grader.published.abel.AbelGrader;
import org.leibniz.grader.published.gsmplus.GsmPlusGrader;
import org.leibniz.grader.published.pot.PotGrader;
import org.leibniz.grader.published.tora.ToraGrader;
import org.leibniz.grader.published.verifiers.VerifiersGrader;
import org.leibniz.grader.published.zeroshot.ZeroShotGrader;

/** Each paper's grader on the generations published with it, item by item against the publishers' verdicts. */
class PublishedLabelsTest {
  private record Item(Problem problem, Solution solution) {}

  @TestFactory
  Stream<DynamicTest> toraAgreesOnEveryItem() {
    PublishedSets sets = PublishedSets.assumed();
    List<String> gold = sets.gsm8kGold();
    return agreement(sets, "ToRA", new ToraGrader(), (set, i, row) -> item("gsm8k", gold.get(i), trace(row)));
  }

  @TestFactory
  Stream<DynamicTest> abelAgreesOnEveryItem() {
    PublishedSets sets = PublishedSets.assumed();
    List<String> gold = sets.gsm8kGold();
    return agreement(sets, "Abel", new AbelGrader(), (set, i, row) -> item("gsm8k", gold.get(i), row.get("response").asText()));
  }

  @TestFactory
  Stream<DynamicTest> verifiersAgreesOnEveryItem() {
    PublishedSets sets = PublishedSets.assumed();
    List<String> gold = sets.gsm8kGold();
    return agreement(
        sets, "GSM8K-verifiers", new VerifiersGrader(), (set, i, row) -> item("gsm8k", gold.get(i), row.get("solution").asText()));
  }

  @TestFactory
  Stream<DynamicTest> zeroShotCotAgreesOnEveryItem() {
    PublishedSets sets = PublishedSets.assumed();
    return agreement(
        sets,
        "Zero-shot-CoT",
        new ZeroShotGrader(),
        (set, i, row) -> item(dataset(set), row.get("gold").asText(), lastReply(row.get("generation").asText())));
  }

  @TestFactory
  Stream<DynamicTest> potAgreesOnEveryItem() {
    PublishedSets sets = PublishedSets.assumed();
    return agreement(
        sets,
        "PoT",
        new PotGrader(),
        (set, i, row) -> {
          JsonNode value = row.has("executed") ? row.get("executed") : row.get("prediction");
          Problem problem = PublishedSets.problem(dataset(set), row.get("answer").asText(), Map.of());
          List<Segment> programs = new ArrayList<>();
          int count = row.get("generated").isArray() ? row.get("generated").size() : 1;
          for (int program = 0; program < count; program++) {
            programs.add(new Segment.Code("", "", program));
          }
          String text = value.isNull() ? "None" : value.asText();
          return new Item(problem, new Solution(programs, text, Solution.Ending.FINISHED));
        });
  }

  @TestFactory
  Stream<DynamicTest> gsmPlusAgreesOnEveryItemWhereTheRecordingNamesTheRule() {
    PublishedSets sets = PublishedSets.assumed();
    return agreement(
        sets, "GSM-Plus", new GsmPlusGrader(), (set, i, row) -> gsmPlus(row, Map.of("recordedRule", recordedRule(row))));
  }

  @TestFactory
  Stream<DynamicTest> gsmPlusAgreesWithTheRuleConfigured() {
    PublishedSets sets = PublishedSets.assumed();
    return sets.of("GSM-Plus").stream()
        .map(
            set -> {
              GsmPlusGrader grader = new GsmPlusGrader();
              grader.configure(Config.of(Map.of("rule", recordedRule(sets.lines(set.get("file").asText()).getFirst()))));
              return test(sets, set, grader, (s, i, row) -> gsmPlus(row, Map.of()), 0);
            });
  }

  @TestFactory
  Stream<DynamicTest> gsmPlusTellsTheRuleByTheTextButForTwelveGoldAnswersWithCommasAndFourRepliesWithoutTheSentence() {
    PublishedSets sets = PublishedSets.assumed();
    return sets.of("GSM-Plus").stream()
        .map(
            set -> {
              int misses =
                  switch (set.get("model").asText()) {
                    case "tora_7b", "tora_13b" -> 12;
                    case "metamath_70b" -> 4;
                    default -> 0;
                  };
              return test(sets, set, new GsmPlusGrader(), (s, i, row) -> gsmPlus(row, Map.of()), misses);
            });
  }

  private interface Reading {
    Item of(JsonNode set, int position, JsonNode row);
  }

  private static Stream<DynamicTest> agreement(PublishedSets sets, String paper, Grader grader, Reading reading) {
    return sets.of(paper).stream().map(set -> test(sets, set, grader, reading, 0));
  }

  private static DynamicTest test(PublishedSets sets, JsonNode set, Grader grader, Reading reading, int allowed) {
    return DynamicTest.dynamicTest(
        set.get("model").asText() + " " + set.get("dataset").asText(),
        () -> {
          List<JsonNode> rows = sets.lines(set.get("file").asText());
          List<JsonNode> labels = sets.lines(set.get("labels").asText());
          assertThat(rows).hasSameSizeAs(labels).isNotEmpty();
          List<String> misses = new ArrayList<>();
          int correct = 0;
          for (int i = 0; i < rows.size(); i++) {
            Item item = reading.of(set, i, rows.get(i));
            boolean ours = PublishedSets.correct(grader, item.problem(), item.solution());
            correct += ours ? 1 : 0;
            if (ours != labels.get(i).get("correct").asBoolean()) {
              misses.add(
                  i + ": gold " + item.problem().answer() + ", ours " + ours + " "
                      + grader.extract(item.problem(), item.solution()).answer() + ", theirs " + labels.get(i).path("pred"));
            }
          }
          assertThat(misses).hasSizeLessThanOrEqualTo(allowed);
          assertThat(correct).isCloseTo(set.get("correct_by_released_grader").asInt(), org.assertj.core.data.Offset.offset(allowed));
        });
  }

  private static Item item(String dataset, String gold, String text) {
    return new Item(PublishedSets.problem(dataset, gold, Map.of()), Solution.ofText(text));
  }

  private static Item gsmPlus(JsonNode row, Map<String, String> attributes) {
    String gold = row.path("gold").isMissingNode() ? row.path(row.has("gt") ? "gt" : "answer").asText() : row.get("gold").asText();
    String text =
        row.has("code") ? trace(row) : row.has("completion") ? row.get("completion").asText() : row.get("model_prediction").asText();
    return new Item(PublishedSets.problem("gsm8k", gold, attributes), Solution.ofText(text));
  }

  /** As the published files tell it by their fields. */
  private static String recordedRule(JsonNode row) {
    if (row.has("code")) {
      return "tora";
    }
    if (row.has("completion")) {
      return row.has("gold") ? "metamath-7b" : "metamath-70b";
    }
    return row.has("mode") && !row.get("model").asText().equals("abel_13b") ? "abel" : "gpt";
  }

  private static String trace(JsonNode row) {
    return row.get("code").get(0).asText();
  }

  private static String dataset(JsonNode set) {
    return switch (set.get("dataset").asText()) {
      case "GSM8K" -> "gsm8k";
      case "AQuA" -> "aqua-rat";
      case "SVAMP" -> "svamp";
      default -> "mawps";
    };
  }

  private static String lastReply(String generation) {
    Function<String, Integer> behind = phrase -> generation.indexOf(phrase) < 0 ? -1 : generation.indexOf(phrase) + phrase.length();
    return Stream.of("\nTherefore, the answer (arabic numerals) is", "The answer (arabic numerals) is", "Among A through E, the answer is")
        .map(behind)
        .filter(at -> at >= 0)
        .findFirst()
        .map(generation::substring)
        .orElseThrow();
  }
}
