package org.leibniz.trainer.sft.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void cosineGrowsToThePeakAndFallsToTheFloor() {
    Schedule schedule = new Schedule(Schedule.Kind.COSINE, 2, 10, 0, 0.1, 110);
    assertThat(schedule.at(1)).isCloseTo(0.2, within(1e-12));
    assertThat(schedule.at(10)).isCloseTo(2, within(1e-12));
    assertThat(schedule.at(60)).isCloseTo(2 * (0.1 + 0.9 / 2), within(1e-12));
    assertThat(schedule.at(110)).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void linearIsFlatBeforeItFalls() {
    Schedule schedule = new Schedule(Schedule.Kind.LINEAR, 3e-3, 100, 0.4, 0.02, 1000);
    assertThat(schedule.at(50)).isCloseTo(1.5e-3, within(1e-12));
    assertThat(schedule.at(101)).isEqualTo(3e-3);
    assertThat(schedule.at(400)).isEqualTo(3e-3);
    assertThat(schedule.at(700)).isCloseTo(3e-3 * 0.51, within(1e-12));
    assertThat(schedule.at(1000)).isCloseTo(6e-5, within(1e-12));
  }

  @Test
  void constantStaysAfterTheWarmup() {
    Schedule schedule = new Schedule(Schedule.Kind.CONSTANT, 1, 2, 0, 0, 5);
    assertThat(schedule.at(1)).isEqualTo(0.5);
    assertThat(schedule.at(5)).isEqualTo(1);
  }
}
