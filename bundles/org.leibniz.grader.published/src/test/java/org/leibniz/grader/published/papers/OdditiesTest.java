package org.leibniz.grader.published.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Solution;
import org.leibniz.grader.published.abel.AbelGrader;
import org.leibniz.grader.published.gsmplus.GsmPlusGrader;
import org.leibniz.grader.published.mammoth.MammothGrader;
import org.leibniz.grader.published.minerva.MinervaGrader;
import org.leibniz.grader.published.pot.PotGrader;
import org.leibniz.grader.published.tora.ToraGrader;
import org.leibniz.grader.published.verifiers.VerifiersGrader;
import org.leibniz.grader.published.wizardmath.WizardMathGrader;
import org.leibniz.grader.published.zeroshot.ZeroShotGrader;

/** What is particular to each paper's grader, its oddities among it. */
class OdditiesTest {
  private static Optional<String> answer(Grader grader, String dataset, String gold, String text) {
    return grader.extract(PublishedSets.problem(dataset, gold, Map.of()), Solution.ofText(text)).answer();
  }

  private static boolean equal(Grader grader, String dataset, String gold, String given) {
    Problem problem = PublishedSets.problem(dataset, gold, Map.of());
    return grader.compare(problem, gold, given, null).equality() == Verdict.Equality.EQUAL;
  }

  private static <G extends Grader> G with(G grader, Map<String, Object> config) {
    grader.configure(Config.of(config));
    return grader;
  }

  @Test
  void wizardMathStopsAtTheFirstCommaGroupAndRoundsHalfToEven() {
    WizardMathGrader grader = new WizardMathGrader();
    assertThat(answer(grader, "gsm8k", "1", "so. The answer is: 1,234,567")).contains("1234");
    assertThat(answer(grader, "gsm8k", "1", "The answer is: $2.5")).contains("2");
    assertThat(answer(grader, "gsm8k", "1", "The answer is: 7/2")).contains("4");
    assertThat(answer(grader, "gsm8k", "1", "The answer is: 7/0")).contains("7");
    assertThat(answer(grader, "gsm8k", "1", "The answer is 7")).isEmpty();
  }

  @Test
  void wizardMathTakesAHundredfoldAsAPercentage() {
    assertThat(equal(new WizardMathGrader(), "gsm8k", "25", "2500")).isTrue();
    assertThat(equal(new WizardMathGrader(), "gsm8k", "25", "26")).isFalse();
  }

  @Test
  void wizardMathComparesThePredictionWithItselfWhereNoNormalFormIsFound() {
    WizardMathGrader grader = new WizardMathGrader();
    WizardMathGrader sane = with(new WizardMathGrader(), Map.of("selfComparison", false));
    for (String given : List.of("x/2", "3\\text{ a}\\text{ b}", "\\sqrt", "\\frac")) {
      assertThat(equal(grader, "math", "5", given)).as(given).isTrue();
      assertThat(equal(sane, "math", "5", given)).as(given).isFalse();
    }
    assertThat(equal(grader, "math", "5", "6")).isFalse();
  }

  @Test
  void wizardMathReadsLatexOnlyWhereAsked() {
    assertThat(equal(new WizardMathGrader(), "math", "\\frac{1}{4}", "0.25")).isFalse();
    assertThat(equal(with(new WizardMathGrader(), Map.of("notation", "latex")), "math", "\\frac{1}{4}", "0.25")).isTrue();
    assertThat(equal(new WizardMathGrader(), "math", "2*x+x", "3*x")).isTrue();
    assertThat(equal(new WizardMathGrader(), "math", "2x+x", "3x")).isFalse();
  }

  @Test
  void wizardMathCutsAMathAnswerAtTheSentencesEnd() {
    assertThat(answer(new WizardMathGrader(), "math", "5", "The answer is: $x+1$.\nBye.")).contains("$x+1$");
  }

  @Test
  void mammothTakesTheFirstNumberBehindATriggerAndTheLastWithoutOne() {
    MammothGrader grader = new MammothGrader();
    assertThat(answer(grader, "gsm8k", "1", "2 + 3. The answer is 5 or 6")).contains("5");
    assertThat(answer(grader, "gsm8k", "1", "first 5 then 1,006.0 of them")).contains("1006");
    assertThat(answer(grader, "gsm8k", "1", "The answer is x = 3 = 4")).contains("4");
    assertThat(answer(grader, "gsm8k", "1", "#### 5\n\nQ: more\n#### 6")).contains("5");
    assertThat(answer(grader, "gsm8k", "1", "none")).isEmpty();
  }

  @Test
  void mammothComparesStringsButShortensTheGoldAnswersItsAuthorsShortened() {
    MammothGrader grader = new MammothGrader();
    assertThat(equal(grader, "gsm8k", "1,080", "1080")).isTrue();
    assertThat(equal(grader, "svamp", "51.0", "51")).isTrue();
    assertThat(equal(grader, "mathematics", "1363.0", "1363")).isFalse();
    assertThat(equal(grader, "gsm8k", "18", "18.0001")).isFalse();
  }

  @Test
  void mammothReadsLettersOfChoicesAndOfNumGlue() {
    MammothGrader grader = new MammothGrader();
    assertThat(answer(grader, "aqua-rat", "A", "The answer is (c) or d")).contains("C");
    assertThat(answer(grader, "aqua-rat", "A", "The answer is 45.")).contains("45");
    assertThat(answer(grader, "numglue", "7", "It is b, so 7")).contains("B");
    assertThat(answer(grader, "numglue", "7", "It is 7.50")).contains("7.5");
  }

  @Test
  void mammothRoundsTowardsWholeGoldNumbersOfMathAndAllowsFourPercentOfOthers() {
    MammothGrader grader = new MammothGrader();
    assertThat(equal(grader, "math", "18", "17.6")).isTrue();
    assertThat(equal(grader, "math", "18", "18.5")).isTrue();
    assertThat(equal(grader, "math", "19", "18.5")).isFalse();
    assertThat(equal(grader, "math", "3.1", "3.0")).isTrue();
    assertThat(equal(grader, "math", "3.1", "2.9")).isFalse();
    assertThat(equal(grader, "math", "3.5", "\\frac{7}{2}")).isTrue();
    assertThat(equal(grader, "math", "\\frac{7}{2}", "3.5")).isFalse();
  }

  @Test
  void toraLooksForBoxSentenceOutputAndLastNumberInThisOrder() {
    ToraGrader grader = new ToraGrader();
    assertThat(answer(grader, "gsm8k", "1", "The answer is 4. \\boxed{\\frac12} dollars")).contains("\\frac{1}{2}");
    assertThat(answer(grader, "gsm8k", "1", "```output\n9\n```\nThe answer is: 4.\n7")).contains("4");
    assertThat(answer(grader, "gsm8k", "1", "```output\n9.00\n```\nso 7 it is")).contains("9");
    assertThat(answer(grader, "gsm8k", "1", "1,000 or 2,500")).contains("2500");
  }

  @Test
  void toraAcceptsPercentagesBracketsElementsAndExpressions() {
    ToraGrader grader = new ToraGrader();
    assertThat(equal(grader, "math", "0.25", "25\\%")).isTrue();
    assertThat(equal(grader, "math", "(1,\\frac{9}{2})", "(1, 4.5)")).isTrue();
    assertThat(equal(grader, "math", "\\frac{x+2}{7}", "\\frac{x}{7}+\\frac{2}{7}")).isTrue();
    assertThat(equal(grader, "math", "5", "5\\text{ cm}")).isTrue();
    assertThat(equal(grader, "math", "x+1", "x-1")).isFalse();
  }

  @Test
  void abelTakesTheMarkOnTheLastLineAlone() {
    AbelGrader grader = new AbelGrader();
    assertThat(answer(grader, "gsm8k", "1", "so #### 1,080")).contains("1080");
    assertThat(answer(grader, "gsm8k", "1", "#### 5\nThat is it.")).isEmpty();
    assertThat(answer(grader, "gsm8k", "1", "#### 5\nQuestion: more #### 6")).contains("5");
    assertThat(answer(grader, "gsm8k", "1", "#### $12 dollars</s>")).contains("12");
    assertThat(equal(grader, "gsm8k", "-38,000", "-38000")).isTrue();
  }

  @Test
  void gsmPlusFollowsTheConfiguredRuleThenTheRecordingsThenTheText() {
    GsmPlusGrader grader = new GsmPlusGrader();
    String words = "#### 18 dollars, or 19";
    assertThat(answer(grader, "gsm8k", "18", words)).contains("18");
    assertThat(answer(with(new GsmPlusGrader(), Map.of("rule", "metamath-7b")), "gsm8k", "18", words)).contains("19");
    Problem recorded = PublishedSets.problem("gsm8k", "1,080", Map.of("recordedRule", "tora"));
    Extraction found = grader.extract(recorded, Solution.ofText("\\boxed{1080}"));
    assertThat(found.answer()).contains("1080");
    assertThat(grader.compare(recorded, "1,080", "1080", null).equality()).isEqualTo(Verdict.Equality.DIFFERENT);
    assertThat(equal(grader, "gsm8k", "1,080", "1080")).isTrue();
  }

  @Test
  void zeroShotKeepsTheCommasOfTheGoldAnswer() {
    ZeroShotGrader grader = new ZeroShotGrader();
    assertThat(answer(grader, "gsm8k", "1", " is 1,080.")).contains("1080");
    assertThat(equal(grader, "gsm8k", "1,080", "1080")).isFalse();
    assertThat(equal(grader, "mawps", "39.0", "39")).isTrue();
    assertThat(answer(grader, "gsm8k", "1", "12:30")).contains("1230");
    assertThat(answer(grader, "mawps", "1", "12:30")).contains("12");
    assertThat(answer(grader, "aqua-rat", "C", " Definitely C.")).contains("D");
  }

  @Test
  void verifiersTakesTheAnswersLine() {
    VerifiersGrader grader = new VerifiersGrader();
    assertThat(answer(grader, "gsm8k", "1", "He has <<2+3=5>>5\nA: 1,005")).contains("1005");
    assertThat(answer(grader, "gsm8k", "1", "A: is no line of answers" + "\nB: 3")).contains("is no line of answers");
    assertThat(answer(grader, "gsm8k", "1", "So the answer is A: 5")).isEmpty();
    assertThat(equal(grader, "gsm8k", "1,005", "1005")).isTrue();
  }

  @Test
  void potRoundsToTheFewerDecimalsHalfToEven() {
    PotGrader grader = new PotGrader();
    assertThat(equal(grader, "gsm8k", "18", "18.04")).isTrue();
    assertThat(equal(grader, "gsm8k", "18", "18.06")).isFalse();
    assertThat(equal(grader, "gsm8k", "18", "18")).isTrue();
    assertThat(equal(grader, "gsm8k", "0.12", "0.125")).isTrue();
    assertThat(equal(grader, "gsm8k", "0.13", "0.125")).isFalse();
    assertThat(equal(grader, "gsm8k", "1", "True")).isFalse();
    assertThat(answer(grader, "gsm8k", "1", "None")).isEmpty();
  }

  @Test
  void potCountsNoneAsTheFirstOptionOfAZeroShotProgramButNotOfAVote() {
    Problem problem = PublishedSets.problem("aqua-rat", "A", Map.of());
    List<Segment> two = List.of(new Segment.Code("a", "", 0), new Segment.Code("b", "", 1));
    Solution vote = new Solution(two, "None", Solution.Ending.FINISHED);
    assertThat(new PotGrader().extract(problem, Solution.ofText("None")).answer()).contains("A");
    assertThat(new PotGrader().extract(problem, vote).answer()).isEmpty();
    assertThat(with(new PotGrader(), Map.of("none", "a")).extract(problem, vote).answer()).contains("A");
  }

  @Test
  void minervaReadsTheSentenceAndNormalisesAsItsPaperSays() {
    MinervaGrader grader = new MinervaGrader();
    String reply = "So we get it. Final Answer: The final answer is $12\\text{ inches}$. I hope it is correct.";
    assertThat(answer(grader, "math", "1", reply)).contains("$12\\text{ inches}$");
    assertThat(answer(grader, "math", "1", "thus $\\boxed{\\frac{a}{b}}$ holds\nindeed")).contains("\\frac{a}{b}");
    assertThat(equal(grader, "math", "12", "$12\\text{ inches}$")).isTrue();
    assertThat(equal(grader, "math", "x=5", "5")).isTrue();
    assertThat(equal(grader, "math", "\\frac12", "\\frac{2}{4}")).isTrue();
    assertThat(equal(grader, "math", "100,000", "100000")).isTrue();
    assertThat(equal(grader, "math", "(x+1)^2", "x^2+2x+1")).isTrue();
    assertThat(equal(grader, "math", "\\sqrt2", "\\sqrt{3}")).isFalse();
  }
}
