package org.leibniz.grader.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.grader.Verdict;

class EqualityTest {
  private final Equality strict = new Equality(Policy.STRICT);
  private final Equality lenient = with(Map.of("policy", "lenient"));

  @Test
  void judgesEveryKindOfAnswerBothWaysRound() throws IOException {
    SoftAssertions all = new SoftAssertions();
    for (String line : lines()) {
      String[] parts = line.split("\t");
      boolean equal = parts[0].equals("=");
      all.assertThat(isEqual(strict, parts[1], parts[2])).as(line).isEqualTo(equal);
      all.assertThat(isEqual(strict, parts[2], parts[1])).as("turned round: " + line).isEqualTo(equal);
    }
    all.assertAll();
  }

  @Test
  void roundingIsAPolicyAndNeverTheDefault() {
    assertThat(isEqual(strict, "\\sqrt{2}", "1.414")).isFalse();
    assertThat(isEqual(lenient, "\\sqrt{2}", "1.414")).isTrue();
    assertThat(isEqual(lenient, "\\sqrt{2}", "1.415")).isFalse();
    assertThat(isEqual(lenient, "\\frac{2}{3}", "0.7")).as("one digit is no rounding").isFalse();
    assertThat(isEqual(lenient, "3", "3.1")).isFalse();
    assertThat(isEqual(lenient, "36.46", "36.455")).isTrue();
    assertThat(isEqual(lenient, "0.25", "0.249")).as("a quarter is exact").isFalse();
  }

  @Test
  void twelveDigitsOfAProgramAreTheExactValue() {
    assertThat(isEqual(strict, "\\frac{1}{3}", "0.333333333333")).isTrue();
    assertThat(isEqual(strict, "\\frac{1}{3}", "0.3333")).isFalse();
    assertThat(isEqual(strict, "7", "6.999999999999999")).isTrue();
  }

  @Test
  void furtherAmountsAreAcceptedWherePolicySaysSo() {
    assertThat(isEqual(strict, "15", "15\\text{ apples and }5\\text{ pears}")).isFalse();
    assertThat(isEqual(lenient, "15", "15\\text{ apples and }5\\text{ pears}")).isTrue();
    assertThat(isEqual(lenient, "4", "4,-3")).as("another solution of an equation").isFalse();
  }

  @Test
  void percentAndUnitsAreOptions() {
    assertThat(isEqual(strict, "50", "0.5")).as("never a hundredfold without a sign").isFalse();
    assertThat(isEqual(with(Map.of("percent", "fraction")), "50", "50\\%")).isFalse();
    assertThat(isEqual(with(Map.of("percent", "number")), "0.5", "50\\%")).isFalse();
    assertThat(isEqual(with(Map.of("units", "require")), "5", "5\\text{ cm}")).isFalse();
    assertThat(isEqual(with(Map.of("units", "ignore")), "5\\text{ m}", "5\\text{ cm}")).isTrue();
    assertThat(isEqual(with(Map.of("order", true)), "1,2", "2,1")).isFalse();
  }

  @Test
  void saysWhichLayerDecided() {
    assertThat(strict.compare("18", "18").layer()).isEqualTo("string");
    assertThat(strict.compare("\\frac{1}{2}", "\\dfrac12").layer()).isIn("normalised", "structure");
    assertThat(strict.compare("\\frac{1}{2}", "0.5").layer()).isEqualTo("rational");
    assertThat(strict.compare("\\sqrt{8}", "2\\sqrt2").layer()).isEqualTo("numeric");
    assertThat(strict.compare("(x+1)^2", "x^2+2x+1").layer()).isEqualTo("probing");
  }

  @Test
  void whatIsBeyondItsBudgetIsUnknownAndNotWrong() {
    assertThat(strict.compare("10^{10^{10}}", "1").equality()).isEqualTo(Verdict.Equality.UNKNOWN);
    assertThat(strict.compare("1", "99999!").equality()).isEqualTo(Verdict.Equality.UNKNOWN);
    assertThat(strict.compare("1", "(".repeat(200) + "1" + ")".repeat(200)).equality()).isEqualTo(Verdict.Equality.UNKNOWN);
  }

  @Test
  void numbersOfAnErrorReportAreNoAnswer() {
    assertThat(isEqual(strict, "3", "File \"a.py\", line 3\nNameError: name 'x' is not defined")).isFalse();
  }

  private static Equality with(Map<String, Object> options) {
    return new Equality(Policy.of(Config.of(options)));
  }

  private static boolean isEqual(Equality equality, String reference, String given) {
    return equality.compare(reference, given).equality() == Verdict.Equality.EQUAL;
  }

  private static List<String> lines() throws IOException {
    try (InputStream pairs = EqualityTest.class.getResourceAsStream("pairs.txt")) {
      return new String(pairs.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
