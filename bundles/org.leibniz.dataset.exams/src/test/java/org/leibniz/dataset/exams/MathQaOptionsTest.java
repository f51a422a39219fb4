package org.leibniz.dataset.exams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.leibniz.api.dataset.Choice;

class MathQaOptionsTest {
  @Test
  void commasWithinNumbersStayWithTheirChoice() {
    assertThat(MathQaOptions.parse("a ) 1,000 , b ) 2 , 500 , c ) none of these"))
        .containsExactly(new Choice("A", "1,000"), new Choice("B", "2 , 500"), new Choice("C", "none of these"));
  }

  @Test
  void listsAsPythonPrintsThemAreReadAlike() {
    assertThat(MathQaOptions.parse("['a ) 2 : 3', 'b ) b ) 4 : 5', \"c ) john ' s\"]"))
        .containsExactly(new Choice("A", "2 : 3"), new Choice("B", "4 : 5"), new Choice("C", "john ' s"));
  }

  @Test
  void textWithoutLettersHasNoChoices() {
    assertThat(MathQaOptions.parse("1 , 2 , 3")).isEmpty();
    assertThat(MathQaOptions.parse("[")).isEmpty();
    assertThat(MathQaOptions.parse("a )")).isEmpty();
  }
}
