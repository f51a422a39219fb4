package org.leibniz.grader.published.latex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values were printed by Python 3.11. */
class EvaluationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "7; 7", "2.50; 2.5", "6/2; 3.0", "1/3; 0.3333333333333333", "2^{10}; 1024", "2^{-3}; 0.125", "5!; 120",
        "0.00001; 1e-05", "10^{20}; 100000000000000000000", "10^{20}/1; 1e+20", "1/7000000; 1.4285714285714285e-07",
        "\\sqrt{16}; 4.0", "27^{1/3}; 3.0", "-\\frac{1}{2}; -0.5", "\\pi; 3.141592653589793", "\\log100; 2.0",
        "\\log_{2}8; 3.0", "3<5; True", "\\lfloor7/2\\rfloor; 3", "e^2; 7.38905609893065", "\\tau; 6.283185307179586"
      })
  void givesWhatPythonPrints(String text, String expected) {
    assertThat(value(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x", "e", "\\infty", "|5|", "\\lceil1.5\\rceil", "\\ln2", "\\sec1", "1/0", "0^{-1}", "\\sqrt{-1}", "2.5!", "(6/2)!",
        "1,2", "x=y=2x", "\\binom{n}{2}", "f(2)", "10^{400}/3", "\\arcsin2", "9^{9^{9}}", "100000!"
      })
  void refusesWhatPythonRaisesAnExceptionFor(String text) {
    assertThatThrownBy(() -> value(text)).isInstanceOf(Rejected.class);
  }

  private static String value(String text) {
    return new Evaluation().of(Latex.parse(text, new Scope())).text();
  }
}
