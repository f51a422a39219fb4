package org.leibniz.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

class RunFileTest {
  private static final GridRules NO_LISTS = (section, id, key) -> section.equals("strategy") && key.equals("stops");

  private static final String SINGLE =
      """
      name: one
      dataset: {id: gsm8k, path: "${DATA}/test.jsonl", subjects: [all], limit: 3}
      model: {id: recorded, path: r.jsonl}
      strategy: {id: cot, stops: [a, b]}
      graders: exact
      """;

  @TempDir Path folder;

  private List<RunSpec> expand(String text, Map<String, Object> overrides) throws IOException {
    Path file = folder.resolve("run.yaml");
    Files.writeString(file, text);
    return RunFile.read(file).expand(overrides, Map.of("DATA", "/corpora"), NO_LISTS);
  }

  private RunSpec single(String text) throws IOException {
    List<RunSpec> specs = expand(text, Map.of());
    assertThat(specs).hasSize(1);
    return specs.getFirst();
  }

  @Test
  void readsASingleRunWithPathsRelativeToTheFile() throws IOException {
    RunSpec spec = single(SINGLE);
    assertThat(spec.name()).isEqualTo("one");
    assertThat(spec.experiment()).isEmpty();
    assertThat(spec.dataset().config().path("path")).contains(Path.of("/corpora/test.jsonl"));
    assertThat(spec.models().get("policy").config().path("path")).contains(folder.resolve("r.jsonl"));
    assertThat(spec.strategy().config().texts("stops")).containsExactly("a", "b");
    assertThat(spec.graders()).extracting(PluginSpec::id).containsExactly("exact");
    assertThat(spec.limit()).isEqualTo(3);
    assertThat(spec.subjects()).containsExactly("all");
  }

  @Test
  void keepsTheNamesOfEnvironmentVariablesInWhatIsStored() throws IOException {
    assertThat(single(SINGLE).written().toString()).contains("${DATA}").doesNotContain("/corpora");
  }

  @Test
  void makesAGridOfListsInTheOrderTheyWereWritten() throws IOException {
    List<RunSpec> specs =
        expand(
            """
            name: grid
            dataset: [{id: gsm8k, path: g}, {id: math, path: m}]
            model: {id: recorded, path: r}
            strategy: [cot, {id: pot, maxTokens: [10, 20]}]
            """,
            Map.of());
    assertThat(specs)
        .extracting(RunSpec::name)
        .containsExactly(
            "grid/gsm8k/cot", "grid/gsm8k/pot/maxTokens=10", "grid/gsm8k/pot/maxTokens=20",
            "grid/math/cot", "grid/math/pot/maxTokens=10", "grid/math/pot/maxTokens=20");
    assertThat(specs).extracting(RunSpec::experiment).containsOnly("grid");
  }

  @Test
  void takesAPapersProtocolFromItsPresetAndLetsTheFileOverrideIt() throws IOException {
    RunSpec spec =
        single(
            """
            preset: mathcoder
            dataset: {id: gsm8k, path: g}
            model: {id: recorded, path: r}
            strategy: {id: interleaved, maxRounds: 4}
            executor: {id: cpython}
            """);
    assertThat(spec.strategy().config().integer("maxRounds", 0)).isEqualTo(4);
    assertThat(spec.strategy().config().integer("maxTokens", 0)).isEqualTo(512);
    assertThat(spec.executor().orElseThrow().id()).isEqualTo("cpython");
    assertThat(spec.executor().orElseThrow().config().text("timeout")).as("the protocol's").contains("6s");
    assertThat(spec.graders()).extracting(PluginSpec::id).containsExactly("mathcoder", "mathcoder-raw");
  }

  @Test
  void letsTheCommandLineOverrideTheFile() throws IOException {
    List<RunSpec> specs = expand(SINGLE, Map.of("strategy.maxTokens", 7L, "seed", 3L, "sampleTimeout", "90s"));
    assertThat(specs.getFirst().strategy().config().integer("maxTokens", 0)).isEqualTo(7);
    assertThat(specs.getFirst().strategy().id()).isEqualTo("cot");
    assertThat(specs.getFirst().seed()).isEqualTo(3);
    assertThat(specs.getFirst().sampleTimeout()).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void namesFileLineAndFieldOfWhatIsWrong() {
    assertRefused("strategi: cot\n", "run.yaml:1: strategi: unknown key; did you mean 'strategy'?");
    assertRefused("name: x\nmodel: {id: recorded}\nstrategy: cot\n", "dataset: is missing");
    assertRefused("preset: mathcodr\n", "run.yaml:1: preset: no preset 'mathcodr'; did you mean 'mathcoder'?");
    assertRefused(SINGLE.replace("${DATA}", "${NOPE}"), "run.yaml:2: dataset.path: the environment variable NOPE is not set");
    assertRefused(SINGLE + "samples: 0\n", "run.yaml:6: samples: expected a number from 1 to 1000000, found 0");
    assertRefused(SINGLE + "seed: x\n", "run.yaml:6: seed: expected a whole number");
    assertRefused("a: [1\n", "run.yaml:2: not valid YAML");
    assertRefused("name: a\nname: b\n", "run.yaml:2: name: is given twice");
    assertRefused("- a\n", "run.yaml:1: expected a mapping");
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> expand(text, Map.of()))
        .isInstanceOfSatisfying(LeibnizException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_INPUT))
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void refusesAFileThatGrowsWithoutEnd() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a").append(i).append(": &a").append(i).append(" [").append(String.join(",", java.util.Collections.nCopies(9, before))).append("]\n");
    }
    assertThatThrownBy(() -> expand(bomb.toString(), Map.of())).isInstanceOf(LeibnizException.class);
  }
}
