package org.leibniz.grader.published.mathcoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.Verdict;
import org.leibniz.grader.published.hendrycks.HendrycksGrader;

/** Item-by-item agreement with the labels that the released code gave to the published generations. */
class PublishedAgreementTest {
  /**
   * Items whose label depends on the items graded before them: there the original has lost its table of variables, refuses
   * every symbol, and says wrong.
   */
  private static final List<String> STATE_LEAK =
      List.of(
          "MathCoder-CL-13b simuleq 20230918-0021 296",
          "MathCoder-CL-34b mathematics 20230915-1754 291",
          "MathCoder-CL-34b mathematics 20230915-1754 355",
          "MathCoder-L-70b mathematics 20230918-2031 889",
          "MathCoder-L-7b mathematics 20230917-2314 458");

  private static final List<String> STATE_LEAK_RAW =
      List.of(
          "MathCoder-CL-13b mathematics 20230917-2308 458",
          "MathCoder-L-70b mathematics 20230918-2031 889",
          "MathCoder-L-7b mathematics 20230917-2314 458");

  @Test
  void releasedGraderGivesThePublishedVerdicts() {
    assertThat(differences(new MathCoderGrader(), "correct")).containsExactlyInAnyOrderElementsOf(STATE_LEAK);
  }

  @Test
  void rawGraderGivesThePublishedVerdicts() {
    assertThat(differences(new MathCoderRawGrader(), "correct_raw")).containsExactlyInAnyOrderElementsOf(STATE_LEAK_RAW);
  }

  @Test
  void hendrycksGraderGivesTheCrossGradersVerdicts() {
    assertThat(differences(new HendrycksGrader(), "hendrycks_is_equiv")).isEmpty();
  }

  @Test
  void cleanedAnswersAreThePublishedOnes() {
    List<String> differences = new ArrayList<>();
    for (Published.GradedSet set : Published.mathCoder()) {
      for (Published.Item item : set.items(set.index().path("labels").asText())) {
        String gold = AnswerText.clean(item.gold());
        String given = AnswerText.clean(AnswerText.choice(item.completion()));
        given = set.isGsm8k() ? AnswerText.withoutLetters(given) : given;
        if (item.label().has("gold_normalized")
            && !(gold.equals(item.label().path("gold_normalized").asText())
                && given.equals(item.label().path("pred_normalized").asText()))) {
          differences.add(set.name() + " " + item.id());
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  /** The items of all sets on which the grader and a label disagree. */
  private static List<String> differences(Grader grader, String label) {
    List<String> differences = new ArrayList<>();
    for (Published.GradedSet set : Published.mathCoder()) {
      String file =
          label.equals("hendrycks_is_equiv")
              ? set.index().path("cross_graders").path("file").asText()
              : set.index().path("labels").asText();
      if (file.isEmpty()) {
        continue;
      }
      for (Published.Item item : set.items(file)) {
        Map<String, String> attributes = set.isGsm8k() ? Map.of("dataset", "gsm8k") : Map.of();
        Problem problem = new Problem(item.id(), 0, "", Problem.ALL, 0, List.of(), item.gold(), "", attributes);
        Verdict verdict = grader.compare(problem, item.gold(), item.completion(), null);
        if ((verdict.equality() == Verdict.Equality.EQUAL) != item.label().path(label).asBoolean()) {
          differences.add(set.name() + " " + item.id());
        }
      }
    }
    return differences;
  }
}
