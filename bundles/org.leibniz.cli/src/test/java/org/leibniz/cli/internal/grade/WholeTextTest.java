package org.leibniz.cli.internal.grade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "42", "3/4", "\\frac{3}{4}", "x = 3 \\text{ or } x = -2", "$(-\\infty, 3] \\cup [4, \\infty)$", "5 apples and 3 pears",
        "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}"
      })
  void bareAnswers(String text) {
    assertThat(WholeText.is(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The answer is 42.", "First.\nThen 42.", "so \\boxed{42}", "Natalia sold 72 clips.\n#### 72", "#### 72",
        "She has twelve apples and gives away five so seven are left"
      })
  void wholeTexts(String text) {
    assertThat(WholeText.is(text)).isTrue();
  }
}
