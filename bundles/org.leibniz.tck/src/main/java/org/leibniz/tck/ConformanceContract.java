package org.leibniz.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leibniz.api.Config;
import org.leibniz.api.executor.ProgramExecutor;

/**
 * Published code blocks, run live, give what was recorded when they were published. {@code -Dleibniz.conformance=full}
 * runs all of {@code docs/executors.md}'s table instead of the first 300 problems of one set; differences are then written
 * to {@code target/conformance}.
 */
public abstract class ConformanceContract {
  /** A new, unconfigured executor. */
  protected abstract ProgramExecutor create();

  /** The least share of problems of MATH, in percent, that give what was recorded. */
  protected abstract double leastOfMath();

  private static final boolean FULL = "full".equals(System.getProperty("leibniz.conformance"));

  @Test
  void theFirst300ProgramsOfGsm8kGiveWhatWasRecorded() throws Exception {
    Replay.Report report = replay("MathCoder-L-70b/GSM8K@20230919-0018", 300);
    assertThat(report.agreement()).as(report.line()).isGreaterThanOrEqualTo(99);
  }

  @ParameterizedTest
  @CsvSource({
    "MathCoder-L-70b/GSM8K@20230919-0018, 99.5",
    "MathCoder-L-70b/SVAMP, 99.5",
    "MathCoder-L-70b/simuleq, 97",
    "MathCoder-L-70b/mathematics, 97"
  })
  void wholeSetsGiveWhatWasRecorded(String name, double least) throws Exception {
    Assumptions.assumeTrue(FULL, "run with -Dleibniz.conformance=full");
    Replay.Report report = replay(name, Integer.MAX_VALUE);
    assertThat(report.agreement()).as(report.line()).isGreaterThanOrEqualTo(least);
  }

  @Test
  void solutionsOfMathGiveWhatWasRecorded() throws Exception {
    Assumptions.assumeTrue(FULL, "run with -Dleibniz.conformance=full");
    Replay.Report report = replay("MathCoder-L-7b/MATH.partial-correct-only", Integer.MAX_VALUE);
    assertThat(report.agreement()).as(report.line()).isGreaterThanOrEqualTo(leastOfMath());
  }

  private Replay.Report replay(String name, int limit) throws IOException, InterruptedException {
    String corpora = System.getenv("LEIBNIZ_CORPORA");
    Assumptions.assumeTrue(corpora != null, "LEIBNIZ_CORPORA does not name the folder of published generations");
    Path file = Path.of(corpora, "published", "mathcoder", name + ".jsonl.gz");
    Assumptions.assumeTrue(Files.isRegularFile(file), file + " is not there");
    List<Recording> recordings = Recording.read(file, limit);
    try (ProgramExecutor executor = create()) {
      executor.configure(Config.of(Map.of("output", "1MiB")));
      executor.run("1", 0);
      Replay.Report report = Replay.of(name, recordings, executor, 16);
      System.out.println(report.line());
      Path folder = Files.createDirectories(Path.of("target", "conformance"));
      Path differences = folder.resolve(name.replace('/', '-') + (limit < Integer.MAX_VALUE ? "-" + limit : "") + ".json");
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(differences.toFile(), report);
      return report;
    }
  }
}
