package org.leibniz.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Spelled-out arithmetic is right in every step. */
class WorkedTest {
  @Test
  void sumsAndDifferencesGoDigitByDigitWithWhatIsCarried() {
    assertThat(Worked.sum(47, 38)).isEqualTo("47 + 38: 7 + 8 = 15, 4 + 3 + 1 = 8, so 85");
    assertThat(Worked.sum(7, 8)).isEqualTo("7 + 8 = 15");
    assertThat(Worked.sum(20, -6)).isEqualTo("20 + (-6) = 20 - 6, 20 - 6 = 14");
    assertThat(Worked.difference(100, 84)).isEqualTo("100 - 84: 10 - 4 = 6, 9 - 8 = 1, so 16");
    assertThat(Worked.difference(3, 11)).isEqualTo("3 - 11 = -(11 - 3), 11 - 3 = 8, so -8");
  }

  @Test
  void productsAndQuotientsAsOnPaper() {
    assertThat(Worked.product(47, 6)).isEqualTo("47 * 6: 7 * 6 = 42, 4 * 6 + 4 = 28, so 282");
    assertThat(Worked.product(-3, 7)).isEqualTo("-3 * 7 = -21");
    assertThat(Worked.quotient(282, 6)).isEqualTo("282 / 6: 28 / 6 = 4 rest 4, 42 / 6 = 7, so 47");
    assertThat(Worked.remainder(203, 4)).isEqualTo("203 / 4: 20 / 4 = 5, 3 / 4 = 0 rest 3, so 50 rest 3");
    assertThat(Worked.euclid(18, 48)).isEqualTo("48 / 18 = 2 rest 12; 18 / 12 = 1 rest 6; 12 / 6 = 2 rest 0");
  }

  @Test
  void everyStepHoldsAndTheResultStandsAtTheEnd() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      long a = random.nextInt(1_000) - 300;
      long b = random.nextInt(200) - 60;
      assertRight(Worked.sum(a, b), a + b);
      assertRight(Worked.difference(a, b), a - b);
      assertRight(Worked.product(a, b), a * b);
      if (b != 0) {
        assertRight(Worked.quotient(a * b, b), a);
      }
      if (a > 0 && b > 0) {
        assertRight(Worked.remainder(a, b), a % b);
      }
    }
  }

  private static void assertRight(String text, long result) {
    assertThat(new Statements(text).wrong()).as(text).isEmpty();
    assertThat(text).as(text).endsWith(Long.toString(result));
  }
}
