package org.leibniz.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStatus;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleKey;
import org.leibniz.store.SampleQuery;
import org.leibniz.store.StoredSample;
import org.leibniz.store.SummaryRow;

class KilledProcessTest {
  private static final int KILLS = Integer.getInteger("leibniz.kills", 3);

  @TempDir Path state;

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            state.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static SampleKey acknowledged(String line) {
    String[] words = line.split(" ");
    return new SampleKey(words[1], Integer.parseInt(words[2]));
  }

  @Test
  void keepsEveryAcknowledgedSampleOnceWhateverMomentItsProcessIsKilledAt() throws Exception {
    Set<SampleKey> acknowledged = new HashSet<>();
    Random random = new Random(7);
    for (int kill = 0; kill < KILLS; kill++) {
      Process writer = start();
      try (BufferedReader out = writer.inputReader()) {
        assertThat(out.readLine()).startsWith("ready ");
        int until = 1 + random.nextInt(1500);
        for (int line = 0; line < until; line++) {
          acknowledged.add(acknowledged(out.readLine()));
        }
        // unlike the process's own method this leaves its output readable
        writer.toHandle().destroyForcibly();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          if (line.matches("done \\S+ \\d+")) {
            acknowledged.add(acknowledged(line));
          }
        }
      }
      writer.waitFor();
      assertWhole(acknowledged);
    }
  }

  private void assertWhole(Set<SampleKey> acknowledged) {
    try (RunStore store = new H2RunStores().open(state)) {
      RunRow run = store.find("@last");
      assertThat(store.runs()).hasSize(1);
      assertThat(run.status()).isEqualTo(RunStatus.INTERRUPTED);
      long grading = store.gradings(run.key()).getFirst().key();
      List<SampleKey> stored;
      try (Stream<StoredSample> samples = store.samples(SampleQuery.all(run.key()))) {
        stored = samples.map(this::checked).toList();
      }
      assertThat(stored).doesNotHaveDuplicates();
      assertThat(new HashSet<>(stored)).containsAll(acknowledged);
      assertThat(store.count(run.key())).isEqualTo(stored.size());
      assertThat(store.committed(run.key())).isEqualTo(Set.copyOf(stored));
      var counted = store.query("select subject, level, outcome, count(*) from samples group by subject, level, outcome").rows();
      assertThat(store.summary(grading).stream().map(row -> List.<Object>of(row.subject(), row.level(), row.outcome().id(), row.n())))
          .containsExactlyInAnyOrderElementsOf(counted);
      assertThat(store.summary(grading).stream().collect(Collectors.summingLong(SummaryRow::n))).isEqualTo(stored.size());
    }
  }

  private SampleKey checked(StoredSample sample) {
    int number = Integer.parseInt(sample.problem().id().replace("gsm8k/test/", ""));
    assertThat(sample.solution()).isEqualTo(Fixtures.sample(Fixtures.problem(number), sample.sample()).solution());
    return new SampleKey(sample.problem().id(), sample.sample());
  }

  @Test
  void canStillFinishARunWhenTheProcessIsAskedToEnd() throws Exception {
    Process writer = start();
    try (BufferedReader out = writer.inputReader()) {
      out.readLine();
      for (int line = 0; line < 20; line++) {
        out.readLine();
      }
      writer.toHandle().destroy();
      assertThat(out.lines().filter(line -> !line.startsWith("done ")).toList()).containsExactly("finished");
      writer.waitFor();
    }
    try (RunStore store = new H2RunStores().open(state)) {
      assertThat(store.find("@last").status()).isEqualTo(RunStatus.CANCELLED);
    }
  }

  @Test
  void showsARunOfAnotherProcessWhileItGoesOnAndTakesOverWhenItIsKilled() throws Exception {
    Process writer = start();
    try (BufferedReader out = writer.inputReader()) {
      String id = out.readLine().substring("ready ".length());
      for (int line = 0; line < 100; line++) {
        out.readLine();
      }
      Thread.startVirtualThread(() -> out.lines().forEach(_ -> {}));
      try (RunStore store = new H2RunStores().open(state)) {
        RunRow run = store.find(id);
        assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(store.count(run.key())).isGreaterThanOrEqualTo(100);
        assertThatThrownBy(() -> store.resume(run.key()))
            .hasMessage("run " + id + " (killed) is being worked on by a process that is still running");
        assertThatThrownBy(() -> store.query("delete from samples")).hasMessageStartingWith("sql: only queries are allowed");

        writer.toHandle().destroyForcibly();
        writer.waitFor();

        assertThat(store.find(id).status()).isEqualTo(RunStatus.INTERRUPTED);
        RunRow resumed = store.resume(run.key());
        assertThat(resumed.status()).isEqualTo(RunStatus.RUNNING);
        Set<SampleKey> committed = store.committed(run.key());
        SampleKey fresh = new SampleKey(Fixtures.problem(0).id(), 60_000);
        assertThat(committed).doesNotContain(fresh);
        store.append(run.key(), Fixtures.sample(Fixtures.problem(0), fresh.sample()));
        assertThat(store.count(run.key())).isEqualTo(committed.size() + 1);
      }
    } finally {
      writer.destroyForcibly();
    }
  }
}
