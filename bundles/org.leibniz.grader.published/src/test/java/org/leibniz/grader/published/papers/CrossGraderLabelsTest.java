package org.leibniz.grader.published.papers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.strategy.Solution;
import org.leibniz.grader.published.mammoth.MammothGrader;
import org.leibniz.grader.published.wizardmath.WizardMathGrader;

/** MAmmoTH's and WizardMath's graders on other models' generations, item by item against the publishers' own programs. */
class CrossGraderLabelsTest {
  @TestFactory
  Stream<DynamicTest> wizardMathAgreesOnEveryGsm8kItem() {
    return gsm8k("wizardmath", new WizardMathGrader());
  }

  @TestFactory
  Stream<DynamicTest> mammothAgreesOnEveryGsm8kItem() {
    return gsm8k("mammoth", new MammothGrader());
  }

  @TestFactory
  Stream<DynamicTest> mathAnswersOfMathCoder() {
    PublishedSets sets = PublishedSets.assumed();
    JsonNode set =
        sets.of("MathCoder").stream().filter(s -> s.has("cross_graders")).findFirst().orElseThrow();
    List<JsonNode> labels = sets.lines(set.get("cross_graders").get("file").asText());
    Map<String, JsonNode> rows = new HashMap<>();
    sets.lines(set.get("file").asText()).forEach(row -> rows.put(row.get("id").asText(), row));
    WizardMathGrader wizard = new WizardMathGrader();
    MammothGrader mammoth = new MammothGrader();
    return Stream.of(
        DynamicTest.dynamicTest(
            "wizardmath",
            () -> {
              List<String> misses = new ArrayList<>();
              for (JsonNode label : labels) {
                JsonNode row = rows.get(label.get("id").asText());
                Problem problem = PublishedSets.problem("math", row.get("ground_truth").get("answer").asText(), Map.of());
                Verdict verdict = wizard.compare(problem, problem.answer(), row.get("completion").asText(), null);
                if ((verdict.equality() == Verdict.Equality.EQUAL) != label.get("wizardmath_is_equiv").asBoolean()) {
                  misses.add(problem.answer() + " | " + row.get("completion").asText() + ": " + verdict);
                }
              }
              assertThat(misses).isEmpty();
            }),
        DynamicTest.dynamicTest(
            "mammoth",
            () -> {
              List<String> misses = new ArrayList<>();
              for (JsonNode label : labels) {
                JsonNode row = rows.get(label.get("id").asText());
                Problem problem = PublishedSets.problem("math", row.get("ground_truth").get("answer").asText(), Map.of());
                Solution solution = Solution.ofText("The answer is " + row.get("completion").asText());
                String answer = mammoth.extract(problem, solution).answer().orElse("");
                boolean correct = PublishedSets.correct(mammoth, problem, solution);
                if (correct != label.get("mammoth_correct").asBoolean() || !answer.equals(label.get("mammoth_pred").asText())) {
                  misses.add(problem.answer() + " | " + answer + " " + correct + " | " + label);
                }
              }
              assertThat(misses).isEmpty();
            }));
  }

  private static Stream<DynamicTest> gsm8k(String system, Grader grader) {
    PublishedSets sets = PublishedSets.assumed();
    List<String> gold = sets.gsm8kGold();
    return sets.of("").stream()
        .filter(set -> set.has("cross_graders") && set.get("dataset").asText().equals("GSM8K"))
        .map(
            set ->
                DynamicTest.dynamicTest(
                    set.get("model").asText(),
                    () -> {
                      List<JsonNode> rows = sets.lines(set.get("file").asText());
                      List<JsonNode> labels = sets.lines(set.get("cross_graders").get("file").asText());
                      List<String> misses = new ArrayList<>();
                      for (int i = 0; i < rows.size(); i++) {
                        Problem problem = PublishedSets.problem("gsm8k", gold.get(i), Map.of());
                        Solution solution = Solution.ofText(text(rows.get(i)));
                        JsonNode label = labels.get(i);
                        String answer = grader.extract(problem, solution).answer().orElse("");
                        String theirs = label.get(system + "_pred").asText("");
                        boolean correct = PublishedSets.correct(grader, problem, solution);
                        if (correct != label.get(system + "_correct").asBoolean() || !answer.equals(theirs.equals("null") ? "" : theirs)) {
                          misses.add(i + ": gold " + gold.get(i) + ", ours " + correct + " " + answer + ", theirs " + label);
                        }
                      }
                      assertThat(misses).isEmpty();
                    }));
  }

  private static String text(JsonNode row) {
    for (String field : List.of("response", "completion", "model_prediction")) {
      if (row.has(field)) {
        return row.get(field).asText();
      }
    }
    throw new AssertionError("no text in " + row);
  }
}
