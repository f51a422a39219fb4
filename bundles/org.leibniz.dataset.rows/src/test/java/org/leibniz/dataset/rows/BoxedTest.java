package org.leibniz.dataset.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoxedTest {
  @Test
  void takesTheLastBoxWithItsNestedBraces() {
    assertThat(Boxed.last("$\\boxed{1}$, no: $\\boxed{\\frac{1}{\\sqrt{2}}}$.")).contains("\\frac{1}{\\sqrt{2}}");
    assertThat(Boxed.last("$\\boxed 2$ in all")).contains("2");
    assertThat(Boxed.last("$\\fbox{3}$")).contains("3");
  }

  @Test
  void hasNoneWhereNothingIsBoxedOrABraceStaysOpen() {
    assertThat(Boxed.last("2")).isEmpty();
    assertThat(Boxed.last("\\boxed{2")).isEmpty();
    assertThat(Boxed.last("\\boxed")).isEmpty();
  }
}
