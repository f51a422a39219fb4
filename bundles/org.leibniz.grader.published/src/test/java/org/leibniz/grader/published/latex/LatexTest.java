package org.leibniz.grader.published.latex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatexTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "(1,2)", "5%", "x(2", "true", "5^{\\circ}", "90^\\circ", "\\frac12", "x\\in\\mathbb{r}", "18dollars", "\\foo",
        "1,", "1,)", "[1,2", "{'x':1}", "(", ")", "5+", "x^", "\\sqrt2", "#5", "€5", "\\partial"
      })
  void refusesWhatTheOriginalRefuses(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "5)%; 5",
        "5.; 5",
        "stones; st",
        "1,2+); 1,2",
        "1,2\\sqrt{3); 1,2",
        "{1,2}; 1,2",
        "x=5; 5",
        "70,000; 70000",
        "7,0000; 7000\\cdot 0",
        "3.14.15; 3.14*.15",
        "50\\%; 0.5",
        "\\frac{3}{4}; 3/4",
        "3\\div4; 3/4",
        "3:4; 3/4",
        "\\dfrac{x}{y}; \\frac{x}{y}",
        "x^2; x^{2}",
        "x^y^2; x^{y^2}",
        "2^3^2; {2^3}^2",
        "e^2x; {e^{2}}x",
        "|x||y|; {|x|}{|y|}",
        "|x|y|z|; \\left|x\\left|y\\right|z\\right|",
        "\\sin(x)y; {\\sin x}y",
        "\\sin^{-1}(1); \\arcsin(1)",
        "\\binom{5}{2}; 10",
        "\\gcd(12,18); \\gcd(6,6)",
        "\\max(5,5); 5",
        "e^0; 1",
        "\\begin{vmatrix}1&2\\\\3&4\\end{vmatrix}; -2",
        "(5)_{3}; \\frac{(5)!}{((5)-(3))!}"
      })
  void readsDifferentTextsAsTheSameExpression(String first, String second) {
    assertThat(parse(first)).isEqualTo(parse(second));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"2x; x*2", "x+1; 1+x", "\\frac{6}{8}; \\frac{3}{4}", "x(2); 2x", "\\sinxy; \\sin(x)y", "x_1; x_2", "a; b", "2^{-1}; 1/2"})
  void equalityIsStructural(String first, String second) {
    assertThat(parse(first)).isNotEqualTo(parse(second));
  }

  @Test
  void semicolonsMakeAListToo() {
    assertThat(parse("1;2")).isEqualTo(parse("[1,2]"));
  }

  @Test
  void differentialForgetsTheVariablesOfTheSameComparisonOnly() {
    Scope scope = new Scope();
    assertThat(Latex.parse("dx", scope)).isEqualTo(new Term.Symbol("dx"));
    assertThatThrownBy(() -> Latex.parse("x", scope)).isInstanceOf(Rejected.class);
    assertThat(parse("x")).isEqualTo(new Term.Symbol("x"));
  }

  @Test
  void barsThatFitInNoWayAreRefusedWithinTheBudget() {
    assertThatThrownBy(() -> parse("|".repeat(2000))).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> parse("|x".repeat(501) + "(")).isInstanceOf(Rejected.class);
  }

  private static Term parse(String text) {
    return Latex.parse(text, new Scope());
  }
}
