package org.leibniz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command: the bundled model reasons live in four ways. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuickstartIT {
  private static final List<String> STRATEGIES = List.of("cot", "pot", "interleaved", "hybrid");
  private static final int PROBLEMS = 116;

  private Path workspace;
  private LeibnizCommand leibniz;
  private Finished finished;

  @BeforeAll
  void runTheWorkspace(@TempDir Path temporary) throws Exception {
    workspace =
        LeibnizCommand.copy(
            BootedPlatform.checkout().resolve("sample-workspaces/quickstart"), temporary.resolve("quickstart"));
    leibniz = LeibnizCommand.in(workspace);
    finished = leibniz.run("run", workspace.toString());
  }

  private JsonNode shown(String strategy) throws Exception {
    return leibniz.json("show", "leibniz-tiny/" + strategy, "--json").getFirst();
  }

  @Test
  void endsWithTheComparisonTheChartAndWhatToTryNext() {
    assertThat(finished.status()).as(finished.errors()).isZero();
    assertThat(finished.out())
        .contains("leibniz-tiny/cot", "leibniz-tiny/hybrid", "Counting & Probability", "95 % interval", "next:")
        .doesNotContain("demonstration");
    assertThat(workspace.resolve("charts/subjects.svg")).content().contains("Number Theory");
  }

  @Test
  void everySampleIsGeneratedAndItsProgramsExecuted() throws Exception {
    for (String strategy : STRATEGIES) {
      JsonNode run = shown(strategy);
      assertThat(run.get("n").asInt()).isEqualTo(PROBLEMS);
      assertThat(run.get("origin").asText()).isEqualTo("live");
      String query =
          "select sum(programs) p, min(model_calls) c, min(completion_tokens) t from samples where run = '"
              + run.get("run").asText() + "'";
      JsonNode counted = leibniz.json("sql", query, "--json").getFirst();
      assertThat(counted.get("c").asInt()).isPositive();
      assertThat(counted.get("t").asInt()).isPositive();
      assertThat(counted.get("p").asInt()).as(strategy).satisfies(
          programs -> assertThat(programs > 0).isEqualTo(!strategy.equals("cot")));
    }
  }

  /** Far below what its card says, far above what guessing gives. */
  @Test
  void solvesProblemsItHasNotSeen() throws Exception {
    assertThat(shown("pot").get("accuracy").asDouble()).isGreaterThan(0.5);
    assertThat(shown("interleaved").get("accuracy").asDouble()).isGreaterThan(0.5);
    assertThat(shown("interleaved").get("correct").asInt()).isGreaterThan(shown("cot").get("correct").asInt());
  }

  @Test
  void modelIsSmall() throws Exception {
    long bytes = 0;
    try (var files = Files.list(workspace.resolve("models/leibniz-tiny"))) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    assertThat(bytes).isLessThan(12L << 20);
  }
}
