package org.leibniz.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The small language of templates. */
class ExpressionTest {
  private static final Map<String, Value> VALUES = Map.of("a", new Value.Whole(7), "b", new Value.Whole(-3));

  private static String value(String source) {
    return ExpressionReader.read(source).value(VALUES).toString();
  }

  @Test
  void bindsAsInMathematics() {
    assertThat(value("2 + 3 * 4 ^ 2 - 1")).isEqualTo("49");
    assertThat(value("-2 ^ 2")).isEqualTo("-4");
    assertThat(value("(a - b) / 5 * 2")).isEqualTo("4");
    assertThat(value("a % 4 == 3 and b < 0 or 1 == 2")).isEqualTo("1");
    assertThat(value("0 - 7 // 2")).isEqualTo("-3");
    assertThat(value("b % 5")).isEqualTo("2");
  }

  @Test
  void writesFormulasAsPeopleDo() {
    assertThat(value("poly(1, -6, 0)")).isEqualTo("x^2 - 6x");
    assertThat(value("poly(-1, 1)")).isEqualTo("-x + 1");
    assertThat(value("frac(6, -4)")).isEqualTo("-3/2");
    assertThat(value("frac(8, 4)")).isEqualTo("2");
    assertThat(value("plus(b)")).isEqualTo("- 3");
    assertThat(value("if(a > 5, 'many', 'few')")).isEqualTo("many");
  }

  @Test
  void whatHasNoValueIsRefused() {
    assertThatThrownBy(() -> value("7 / 2")).isInstanceOf(Misfit.class).hasMessage("7 / 2 leaves a remainder");
    assertThatThrownBy(() -> value("1 / (a - 7)")).isInstanceOf(Misfit.class).hasMessage("division by zero");
    assertThatThrownBy(() -> value("root(8)")).isInstanceOf(Misfit.class);
    assertThatThrownBy(() -> value("c")).isInstanceOf(Misfit.class).hasMessage("there is no value 'c'");
    assertThatThrownBy(() -> value("gcd(2)")).isInstanceOf(Misfit.class);
    assertThatThrownBy(() -> value("1 +")).isInstanceOf(Misfit.class).hasMessage("'1 +' ends too early");
    assertThatThrownBy(() -> value("1 # 2")).isInstanceOf(Misfit.class);
    assertThatThrownBy(() -> value("9 ^ 99")).isInstanceOf(ArithmeticException.class);
  }
}
