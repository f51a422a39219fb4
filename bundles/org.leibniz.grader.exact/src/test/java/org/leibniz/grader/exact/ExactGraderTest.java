package org.leibniz.grader.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.strategy.Solution;

class ExactGraderTest {
  private static final Problem OPEN = new Problem("1", 0, "?", "all", 0, List.of(), "", "", Map.of());
  private static final Problem CHOICE =
      new Problem(
          "2", 0, "?", "all", 0, List.of(new Choice("A", "12 km"), new Choice("B", "a dozen"), new Choice("C", "7")), "B",
          "", Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "auto;        \\boxed{1} or \\boxed{2\\frac{1}{2}};  2\\frac{1}{2}; boxed",
        "auto;        5 + 5 = 10 #### 10;                    10;             hash",
        "auto;        So the answer is: 7.;                  7.;             the-answer-is",
        "auto;        The Answer Is 7;                       7;              the-answer-is",
        "auto;        42;                                    42;             whole",
        "boxed;       42;                                    ;               none",
        "hash;        42;                                    ;               none",
        "whole;       we get \\boxed{1};                     we get \\boxed{1}; whole",
        "last-number; from 3 to 1,250.50 dollars.;           1,250.50;       last-number",
        "last-number; it is -4;                              -4;             last-number",
        "last-number; 7-4;                                   4;              last-number",
        "last-number; nothing;                               ;               none",
      })
  void findsTheAnswerBehindItsMark(String where, String completion, String answer, String rule) {
    Extraction found = grader(where).extract(OPEN, Solution.ofText(completion));
    assertThat(found.answer().orElse(null)).isEqualTo(answer);
    assertThat(found.rule()).isEqualTo(rule);
    if (answer != null) {
      assertThat(completion.substring(found.start(), found.end())).isEqualTo(answer);
    }
  }

  @Test
  void completionOfSeveralLinesWithoutMarkHasNoAnswer() {
    assertThat(grader("auto").extract(OPEN, Solution.ofText("first\nsecond"))).isEqualTo(Extraction.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "18; 18.0; true", "70,000; 70000; true", "$18; 18.00; true", "-.5; -0.50; true", "1,2; 12; false",
        "1,23; 123; false", "18; 18 dollars; false", "0.33; 1/3; false", "Tuesday; TUESDAY.; true", "x  +  1; X + 1; true",
        "x+1; x + 1; false", "3; 3.0000001; false"
      })
  void comparesNumbersByValueAndTextsByLetters(String reference, String given, boolean equal) {
    assertThat(isEqual(OPEN, reference, given)).isEqualTo(equal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"B; true", "(b); true", "B.; true", "B) a dozen; true", "A dozen; true", "A; false", "12; false", "Both; false"})
  void comparesChoicesByLetter(String given, boolean equal) {
    assertThat(isEqual(CHOICE, "B", given)).isEqualTo(equal);
  }

  @Test
  void equalityIsSymmetricAndTrailingZerosNeverCount() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      String a = String.valueOf(random.nextInt(-2000, 2000) / 8.0);
      String b = random.nextBoolean() ? a + "000" : String.valueOf(random.nextInt(-2000, 2000) / 8.0);
      assertThat(isEqual(OPEN, a, b)).isEqualTo(isEqual(OPEN, b, a));
      assertThat(isEqual(OPEN, a, a + "00")).isTrue();
    }
  }

  private static boolean isEqual(Problem problem, String reference, String given) {
    return grader("auto").compare(problem, reference, given, null).equality() == Verdict.Equality.EQUAL;
  }

  private static ExactGrader grader(String answer) {
    ExactGrader grader = new ExactGrader();
    grader.configure(Config.of(Map.of("answer", answer)));
    return grader;
  }
}
