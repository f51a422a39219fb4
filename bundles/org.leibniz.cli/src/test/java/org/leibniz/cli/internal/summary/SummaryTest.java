package org.leibniz.cli.internal.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void namesAreOrderedAsPeopleDo() {
    assertThat(Stream.of("Type 10", "algebra", "Type 2", "Number", "Type_1").sorted(NaturalOrder.INSTANCE))
        .containsExactly("algebra", "Number", "Type 2", "Type 10", "Type_1");
  }

  @Test
  void intervalsAreWilsonsAndBelow300Jeffreys() {
    Accuracy many = Accuracy.of(1117, 1319);
    assertThat(many.method()).isEqualTo("Wilson");
    assertThat(many.low()).isCloseTo(0.8264, within(0.0005));
    assertThat(many.high()).isCloseTo(0.8653, within(0.0005));
    assertThat(Accuracy.of(20, 50).method()).isEqualTo("Jeffreys");
    assertThat(Accuracy.of(0, 0).value()).isNaN();
  }
}
