package org.leibniz.grader.published.hendrycks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.strategy.Solution;

class HendrycksGraderTest {
  private static final Problem PROBLEM = new Problem("1", 0, "?", Problem.ALL, 0, List.of(), "", "", Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\\frac{1}{2}; \\dfrac12; true", "\\frac{1}{2}; 0.5; true", "\\frac{1}{2}; 1/2; true", "\\sqrt{3}; \\sqrt3; true",
        "30; 30^\\circ; true", "5; 5\\text{ cm}; true", "5; 5\\text{cm}; false", "40; 40\\%; true", "x=5; 5; true",
        "abc=5; 5; false", "\\$5; 5; true", "$5; 5; false", "5; 5.0; false", "0.3; .3; true", "1/0.5; 1/0.5; true",
        "\\left(1,2\\right); (1, 2); true", "\\sqrt; \\sqrt; true", "\\sqrt; x; false", "\\frac; 1; false",
        "3\\text{ m}\\text{ s}; 3; false", "2; 02/1; false"
      })
  void comparesNormalForms(String reference, String given, boolean equal) {
    Verdict verdict = new HendrycksGrader().compare(PROBLEM, reference, given, null);
    assertThat(verdict.equality() == Verdict.Equality.EQUAL).isEqualTo(equal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "auto; first \\boxed{1} then \\boxed{\\frac{1}{2}}.; \\frac{1}{2}; boxed",
        "auto; so $\\boxed 7$ it is; 7; boxed",
        "auto; \\fbox{3}; 3; boxed",
        "auto; 12; 12; whole",
        "boxed; 12; ; none",
        "whole; a \\boxed{1}; a \\boxed{1}; whole",
        "boxed; \\boxed{1; ; none"
      })
  void findsTheLastBox(String where, String completion, String answer, String rule) {
    HendrycksGrader grader = new HendrycksGrader();
    grader.configure(Config.of(Map.of("answer", where)));
    var found = grader.extract(PROBLEM, Solution.ofText(completion));
    assertThat(found.answer().orElse(null)).isEqualTo(answer);
    assertThat(found.rule()).isEqualTo(rule);
  }
}
