package org.leibniz.grader.published.mathcoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.strategy.Solution;

class MathCoderGraderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "18; 18.0; structural", "70,000; 70000; structural", "\\frac{3}{4}; 3/4; structural", "0.33; 1/3; numeric",
        "0.004; 0; numeric", "0.33; 0.34; numeric", "10; 10.01; numeric", "(1/2,3); (0.5,3); tuple", "(1,2); ( 1, 2 ); string",
        "[1.0,2]; [1,2]; tuple", "5:30; 5/30; structural", "-5; b; numeric", "a; 7; numeric", "a+1; 1+a; numeric",
        "5>3; 6>3; numeric", "x=5; 5; structural", "1.0,2; 1,2; structural", "1,2; 1,2+); structural", "3\\sqrt{2}; 4.2426; numeric"
      })
  void isEqualAccepts(String reference, String given, String layer) {
    Verdict verdict = new AnswerEquality(true).compare(reference, given);
    assertThat(verdict.equality()).as(verdict.reason()).isEqualTo(Verdict.Equality.EQUAL);
    assertThat(verdict.layer()).isEqualTo(layer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "18; 19; numeric", "18; 18 dollars; unparsable", "2; 2.02; numeric", "x+1; 1+x; structural", "18; 18%; unparsable",
        "\\frac{33}{100}; .34; numeric", "(1,2); (1,3); unparsable", "52*f; f52; structural", "3; 3,4; structural",
        "0.69; \\ln{2}; structural", "0; ''; empty"
      })
  void isEqualRefuses(String reference, String given, String layer) {
    Verdict verdict = new AnswerEquality(true).compare(reference, given);
    assertThat(verdict.equality()).as(verdict.reason()).isEqualTo(Verdict.Equality.DIFFERENT);
    assertThat(verdict.layer()).isEqualTo(layer);
  }

  @Test
  void scopeLeakCanBeClosed() {
    Grader sane = configured(new MathCoderRawGrader(), Map.of("scopeLeak", false));
    assertThat(isEqual(sane, "-5", "b")).isFalse();
    assertThat(isEqual(sane, "a", "7")).isFalse();
    assertThat(isEqual(new MathCoderRawGrader(), "-5", "b")).isTrue();
  }

  @Test
  void lettersOfPredictionsGoOnGsm8kOnly() {
    assertThat(isEqual(new MathCoderGrader(), "18", "18 dollars", Map.of("dataset", "gsm8k"))).isTrue();
    assertThat(isEqual(new MathCoderGrader(), "18", "18 dollars", Map.of("dataset", "svamp"))).isFalse();
    assertThat(isEqual(new MathCoderGrader(), "18", "18 dollars", Map.of())).isFalse();
    Grader keep = configured(new MathCoderGrader(), Map.of("letters", "keep"));
    assertThat(isEqual(keep, "18", "18 dollars", Map.of("dataset", "gsm8k"))).isFalse();
    Grader delete = configured(new MathCoderGrader(), Map.of("letters", "delete"));
    assertThat(isEqual(delete, "18", "18 dollars", Map.of())).isTrue();
  }

  @Test
  void unitsAndPowersGoInTheReleasedGraderButNotInTheRawOne() {
    assertThat(isEqual(new MathCoderGrader(), "x^2+1", "x^3+1")).isTrue();
    assertThat(isEqual(new MathCoderRawGrader(), "x^2+1", "x^3+1")).isFalse();
    assertThat(isEqual(new MathCoderGrader(), "12", "\\boxed{12} km")).isTrue();
    assertThat(isEqual(new MathCoderRawGrader(), "12", "\\boxed{12} km")).isFalse();
  }

  @Test
  void answerIsTheWholeCompletion() {
    String text = "We get 5.\nSo 5.";
    assertThat(new MathCoderGrader().extract(problem("5", Map.of()), Solution.ofText(text)).answer()).contains(text);
    assertThat(new MathCoderGrader().extract(problem("5", Map.of()), Solution.ofText(" "))).isEqualTo(Extraction.NONE);
  }

  @Test
  void budgetGivesUnknown() {
    assertThat(new AnswerEquality(true).compare("5", "9^{9^{9}}").equality()).isEqualTo(Verdict.Equality.UNKNOWN);
  }

  @Test
  void equalityOfNumbersIsSymmetricAndTheFastPathGivesWhatTheLongOneGives() {
    Random random = new Random(11);
    AnswerEquality equality = new AnswerEquality(true);
    for (int i = 0; i < 5000; i++) {
      String a = number(random);
      String b = random.nextInt(3) == 0 ? a + "0" : number(random);
      Verdict.Equality fast = equality.compare(a, b).equality();
      assertThat(equality.compare(b, a).equality()).as(a + " " + b).isEqualTo(fast);
      assertThat(equality.compare(a, "{" + b + "}").equality()).as(a + " " + b).isEqualTo(fast);
    }
  }

  @Test
  void cleaningTwiceChangesNothingForPlainAnswers() {
    for (String answer : List.of("18", "-3.5", "\\frac{3}{4}", "\\sqrt{2}", "(1,2)", "x+1", "70,000")) {
      assertThat(AnswerText.clean(AnswerText.clean(answer))).isEqualTo(AnswerText.clean(answer));
    }
  }

  private static String number(Random random) {
    return String.valueOf(random.nextInt(-300, 300) / 100.0);
  }

  private static boolean isEqual(Grader grader, String reference, String given) {
    return isEqual(grader, reference, given, Map.of());
  }

  private static boolean isEqual(Grader grader, String reference, String given, Map<String, String> attributes) {
    return grader.compare(problem(reference, attributes), reference, given, null).equality() == Verdict.Equality.EQUAL;
  }

  private static Problem problem(String answer, Map<String, String> attributes) {
    return new Problem("1", 0, "?", Problem.ALL, 0, List.of(), answer, "", attributes);
  }

  private static Grader configured(Grader grader, Map<String, Object> values) {
    grader.configure(Config.of(values));
    return grader;
  }
}
