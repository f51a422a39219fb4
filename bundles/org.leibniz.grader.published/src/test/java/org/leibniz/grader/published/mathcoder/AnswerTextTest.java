package org.leibniz.grader.published.mathcoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "So \\boxed{B}; B", "\\boxed{C. 12}; C", "\\boxed{d}; \\boxed{d}", "Answer: A is right; A", "B; B",
        "\\boxed{B} or \\boxed{A}; A"
      })
  void choiceRuleTakesTheFirstLetterThatIsBoxed(String completion, String expected) {
    assertThat(AnswerText.choice(completion)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "The result is 5 and this is 7; 7",
        "\\boxed{3} and \\boxed{4}; 3",
        "\\boxed{\\frac{1}{2}}; \\frac{1}{2}",
        "7}; 7",
        "x = 5 = 6; 6",
        "\\pi \\approx 3.14; 3.14",
        "Answer: 12; 12",
        "+\\infty; \\infty",
        "∞; \\infty",
        "we get \\(12\\) here; 12",
        "\\[ 4 \\]; 4",
        "\\begin{bmatrix}1\\end{bmatrix}; \\begin{atrix}1\\end{atrix}",
        "$18; 18",
        "\\$18.50; 18.50",
        "30^\\circ; 30",
        "5\\text{ apples}; 5{apples}",
        "40\\%; 40",
        "40%; 40%",
        ".5; \\frac{1}{2}",
        "3/4; \\frac{3}{4}",
        "\\sqrt2; \\sqrt{2}",
        "\\frac12; \\frac12",
        "\\frac1{\\sqrt2}; \\frac{1}{\\sqrt{2}}",
        "18 km; 18",
        "18 {cm}^2; 18",
        "x^2+1; x+1",
        "x^3+1; x+1",
        "exams; exa"
      })
  void cleansStepByStep(String text, String expected) {
    assertThat(AnswerText.clean(text)).isEqualTo(expected);
  }

  @Test
  void lettersGoOnlyInAscii() {
    assertThat(AnswerText.withoutLetters("18 Dollars é 5")).isEqualTo("18  é 5");
  }
}
