package org.leibniz.dataset.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leibniz.api.dataset.Choice;

class OptionsTest {
  private static final List<Choice> TWO = List.of(new Choice("A", "1"), new Choice("B", "2"));

  @Test
  void cutsLettersOnlyWhereEveryChoiceCarriesItsOwn() {
    assertThat(Options.of(List.of("(A)1", "(B) 2"))).isEqualTo(TWO);
    assertThat(Options.of(List.of("A)1", "B)2"))).isEqualTo(TWO);
    assertThat(Options.of(List.of("a. 1", "b. 2"))).isEqualTo(TWO);
    assertThat(Options.of(List.of("1", "2"))).isEqualTo(TWO);
    assertThat(Options.of(List.of("A) 1", "2"))).extracting(Choice::text).containsExactly("A) 1", "2");
  }

  @Test
  void splitsRunningTextAtItsOwnLettersOnly() {
    assertThat(Options.inline(" (A) 1 (B) 2")).isEqualTo(TWO);
    assertThat(Options.inline("A. 1\nB. 2")).isEqualTo(TWO);
    assertThat(Options.inline("A) f(B) is 1 B) the point (B)"))
        .containsExactly(new Choice("A", "f(B) is 1"), new Choice("B", "the point (B)"));
    assertThat(Options.inline("one or two")).isEmpty();
    assertThat(Options.inline("")).isEmpty();
  }
}
