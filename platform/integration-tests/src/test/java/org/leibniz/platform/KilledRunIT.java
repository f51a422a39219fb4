package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of a run, again and again: the resumed run is the uninterrupted one. */
class KilledRunIT {
  private static final int SAMPLES = 60_000;
  private static final int KILLS = 10;

  @TempDir Path folder;
  private LeibnizCommand leibniz;

  @BeforeEach
  void install() throws Exception {
    leibniz = LeibnizCommand.in(folder).at(folder.resolve("home"));
    Files.writeString(folder.resolve("workspace.yaml"), "name: killed\n");
    Files.writeString(
        folder.resolve("run.yaml"),
        "name: NAME\ndataset: {id: scripted, n: " + SAMPLES + "}\nmodel: scripted\nstrategy: pot\nexecutor: scripted\ngraders: exact\nmaxInFlight: 128\n");
    Finished installed = leibniz.run("plugins", "install", benchmarkPlugin().toString());
    assertThat(installed.status()).as(installed.errors()).isZero();
  }

  private static Path benchmarkPlugin() throws Exception {
    try (Stream<Path> jars = Files.list(BootedPlatform.checkout().resolve("platform/benchmarks/target"))) {
      return jars.filter(jar -> jar.getFileName().toString().matches("org\\.leibniz\\.benchmarks-.*\\.jar")).findFirst().orElseThrow().toAbsolutePath();
    }
  }

  private void name(String name) throws Exception {
    Path run = folder.resolve("run.yaml");
    Files.writeString(run, Files.readString(run).replaceFirst("name: .*", "name: " + name));
  }

  @Test
  void endsWithTheSameSamplesAndAccuracy() throws Exception {
    name("whole");
    JsonNode whole = leibniz.json("run", "run.yaml", "--json").getLast();
    name("killed");
    Random random = new Random(7);
    long committed = 0;
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      Process process = leibniz.process("run", "run.yaml").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      if (!process.waitFor(1_500 + random.nextInt(2_500), TimeUnit.MILLISECONDS)) {
        killed++;
      }
      // The script execs Java, so this is the process that writes.
      process.destroyForcibly().waitFor();
      long now = count();
      assertThat(now).isGreaterThanOrEqualTo(committed);
      committed = now;
    }
    assertThat(killed).isPositive();
    JsonNode resumed = leibniz.json("run", "run.yaml", "--json").getLast();
    for (String field : List.of("n", "correct", "accuracy", "outcomes")) {
      assertThat(resumed.get(field)).as(field).isEqualTo(whole.get(field));
    }
    for (String slices : List.of("bySubject", "byLevel")) {
      assertThat(counts(resumed.get(slices))).as(slices).isEqualTo(counts(whole.get(slices)));
    }
    assertThat(resumed.get("n").asInt()).isEqualTo(SAMPLES);
    assertThat(samples(resumed)).hasSize(SAMPLES).isEqualTo(samples(whole));
  }

  /** Metrics beside the counts are times of this machine. */
  private static List<String> counts(JsonNode slices) {
    List<String> counts = new ArrayList<>();
    slices.forEach(slice -> counts.add(slice.get("n") + " " + slice.get("correct")));
    return counts;
  }

  /** Every sample once, with its answer and outcome. */
  private List<String> samples(JsonNode run) throws Exception {
    String query = "select problem, sample, answer, outcome from samples where run = '" + run.get("run").asText() + "' order by problem, sample";
    return leibniz.run("sql", query, "--json").out().lines().toList();
  }

  private long count() throws Exception {
    List<JsonNode> rows =
        leibniz.json("sql", "select count(*) n from samples s join runs r on s.run = r.run where r.name = 'killed'", "--json");
    return rows.getFirst().get("n").asLong();
  }
}
