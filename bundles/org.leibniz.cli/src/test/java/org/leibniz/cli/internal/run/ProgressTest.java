package org.leibniz.cli.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leibniz.api.grader.Outcome;
import org.leibniz.cli.internal.Console;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStatus;
import org.leibniz.store.SampleKey;

class ProgressTest {
  private static final RunRow RUN =
      new RunRow(
          1, "aaaa1111", "one", "", "k", RunStatus.RUNNING, Instant.EPOCH, Optional.empty(), "gsm8k", "test", "d", "cot", "m",
          "live", 10, 1, 0, List.of(), 0, 0, Set.of(), "", "{}", "{}");

  @Test
  void countsAllRunsTogetherAndWhatWasThereAlready() {
    RunProgress progress = new RunProgress(List.of(10L, 10L));
    progress.next("one");
    progress.started(RUN, 8, 4, 3);
    progress.committed(new SampleKey("p", 0), Outcome.WRONG, 1);
    assertThat(progress.total()).isEqualTo(18);
    assertThat(progress.done()).isEqualTo(5);
    assertThat(progress.committedHere()).isEqualTo(1);
    assertThat(progress.accuracy()).isEqualTo(0.6);
    assertThat(progress.current()).isEqualTo("1/2 one");
    assertThat(progress.pollRemark()).contains("4 of 8 samples are there already");
  }

  @Test
  void theLineSaysHowFarHowFastAndHowWell() {
    RunProgress progress = new RunProgress(List.of(4L));
    progress.next("one");
    progress.committed(new SampleKey("p", 0), Outcome.CORRECT, 1);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    try (ProgressView view = new ProgressView(new Console(stream, stream, false, 100, false), progress)) {
      assertThat(view.line()).startsWith("one: 1/4  25 %").endsWith("accuracy 100.0 %");
      progress.remark("waiting\nfor a worker");
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("waiting for a worker\n");
  }

  @Test
  void thePaceIsThatOfTheLastSeconds() {
    Pace pace = new Pace();
    assertThat(pace.perSecond()).isNaN();
    for (long second = 0; second <= 60; second++) {
      pace.note(second * 1_000_000_000L, second < 40 ? second : 40 + (second - 40) * 10);
    }
    assertThat(pace.perSecond()).isEqualTo(10);
  }

  @Test
  void startUpDoesNotCountAgainstThePace() {
    Pace pace = new Pace();
    pace.note(0, 0);
    pace.note(9_000_000_000L, 0);
    pace.note(10_000_000_000L, 5);
    assertThat(pace.perSecond()).isEqualTo(5);
  }
}
