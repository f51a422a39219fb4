package org.leibniz.grader.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leibniz.api.grader.Extraction;

class AnswerFinderTest {
  @Test
  void theLastBoxWithItsNestedBracesAndItsPlace() {
    String text = "First \\boxed{1}. No: so we get $\\boxed{\\frac{1}{2}}$.";
    Extraction found = AnswerFinder.find(text);
    assertThat(found.answer()).contains("\\frac{1}{2}");
    assertThat(text.substring(found.start(), found.end())).isEqualTo("\\frac{1}{2}");
    assertThat(found.rule()).isEqualTo("boxed");
  }

  @Test
  void boxesSideBySideAreAList() {
    assertThat(AnswerFinder.find("\\boxed{1} and \\boxed{2}").answer()).contains("1, 2");
    assertThat(AnswerFinder.find("\\boxed{41} no wait, \\boxed{42}").answer()).contains("42");
  }

  @Test
  void behindAMarkTheNumberThatIsMeant() {
    assertThat(AnswerFinder.find("So.\n#### 1,234").answer()).contains("1,234");
    assertThat(AnswerFinder.find("So he walks #### 35 miles in 7 days.").answer()).contains("35");
    assertThat(AnswerFinder.find("The answer is: 18").answer()).contains("18");
    assertThat(AnswerFinder.find("Final Answer: The final answer is $(0, 1)$. I hope it is correct.").answer()).contains("(0, 1)");
  }

  @Test
  void whatTheLastProgramPrinted() {
    assertThat(AnswerFinder.find("```python\nprint(5)\n```\n```output\n5\n```\n5 cars in the first 15 minutes.").answer()).contains("5");
  }

  @Test
  void theLastFormulaOrTheNumberBehindIt() {
    assertThat(AnswerFinder.find("We have $x = 3$ here.\nSo there are 12 ways.").answer()).contains("12");
    assertThat(AnswerFinder.find("Thus it follows now that\nthe sum is $a + b$.").answer()).contains("a + b");
  }

  @Test
  void noneInAnErrorReportAndInNothing() {
    assertThat(AnswerFinder.find("Traceback (most recent call last):\n  line 3\nValueError: 7").answer()).isEmpty();
    assertThat(AnswerFinder.find(" \n ").answer()).isEmpty();
  }
}
