package org.leibniz.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.cli.internal.Cli.Done;
import org.leibniz.cli.internal.json.Json;

class RunCommandTest {
  private static final String ONE =
      """
      name: one
      dataset: {id: gsm8k, path: test.jsonl}
      model: {id: recorded, path: replies.jsonl}
      strategy: cot
      graders: [exact]
      """;
  private static final String GRID = ONE.replace("strategy: cot", "strategy: [cot, pot]").replace("name: one", "name: both");

  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void setUp() {
    cli = new Cli(temporary);
    cli.write("runs/one.yaml", ONE);
  }

  @Test
  void endsWithTheTablePerSubjectAndWhatToDoNext() {
    Done done = cli.run("run", "runs/one.yaml");
    assertThat(done.status()).isZero();
    assertThat(done.out())
        .contains("subject   n  correct  accuracy  95 % interval  wrong")
        .contains("Algebra   2        1    50.0 %")
        .contains("all       3        2    66.7 %")
        .contains("level")
        .contains("recorded generations, replayed")
        .contains("2 problems are excluded")
        .contains("execution-differs 1")
        .contains("note: matched by id")
        .contains("next:", "leibniz samples 00000001 --outcome wrong", "leibniz compare");
  }

  @Test
  void jsonIsOneObjectInTheShapeOfTheContract() {
    Done done = cli.run("run", "runs/one.yaml", "--json");
    assertThat(done.status()).isZero();
    assertThat(done.lines()).hasSize(1);
    JsonNode run = Json.parse(done.out());
    assertThat(run.fieldNames()).toIterable()
        .contains(
            "run", "name", "dataset", "strategy", "model", "n", "correct", "accuracy", "low", "high", "outcomes",
            "bySubject", "byLevel", "wallSeconds", "samplesPerSecond", "resumed");
    assertThat(run.get("n").asInt()).isEqualTo(3);
    assertThat(run.get("correct").asInt()).isEqualTo(2);
    assertThat(run.get("accuracy").asDouble()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(run.get("low").asDouble()).isBetween(0.0, 0.66);
    assertThat(run.get("outcomes").toString()).isEqualTo("{\"correct\":2,\"wrong\":1}");
    assertThat(run.get("bySubject").get(0).toString()).startsWith("{\"subject\":\"Algebra\",\"n\":2,\"correct\":1,\"accuracy\":0.5,\"low\":");
    assertThat(run.get("byLevel").get(1).get("level").asInt()).isEqualTo(2);
    assertThat(run.get("metrics").get("surprise").get("value").asDouble()).isEqualTo(2.5);
    assertThat(run.get("samplesPerSecond").asDouble()).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void aThirdPartysMetricIsAColumn() {
    assertThat(cli.run("run", "runs/one.yaml").out()).contains("surprise");
  }

  @Test
  void aGridEndsWithAMatrixAndFailuresGiveStatusOne() {
    cli.write("runs/one.yaml", GRID);
    Done done = cli.run("run", "runs/one.yaml");
    assertThat(cli.engine.started).containsExactly("both/cot", "both/pot");
    assertThat(done.out()).contains("accuracy in %", "strategy  gsm8k test", "00000001  both/cot", "strategy failed");
    assertThat(done.status()).isEqualTo(1);
    assertThat(done.err()).contains("1 samples failed in a model, a strategy or a grader");
  }

  @Test
  void aGridPrintsOneObjectPerRun() {
    cli.write("runs/one.yaml", GRID);
    assertThat(cli.run("run", "runs/one.yaml", "--json").lines()).hasSize(2).allSatisfy(line -> assertThat(Json.parse(line).isObject()).isTrue());
  }

  @Test
  void nothingStartsWherePlansCannotAllRun() {
    cli.write("runs/two.yaml", ONE.replace("cot", "nonsense"));
    Done done = cli.run("run", cli.folder.toString());
    assertThat(done.status()).isEqualTo(2);
    assertThat(cli.engine.planned).hasSize(1);
    assertThat(cli.engine.started).isEmpty();
    assertThat(done.err().lines()).hasSize(1);
  }

  @Test
  void theCommandLineAloneDescribesARun() {
    Done done =
        cli.run(
            "run", "--dataset", "gsm8k:test.jsonl", "--model", "recorded:replies.jsonl", "--strategy", "cot", "--grader",
            "exact", "--set", "model.format=mathcoder", "--set", "strategy.maxTokens=5", "--limit", "7", "--subject", "Algebra");
    assertThat(done.status()).isZero();
    var spec = cli.engine.planned.getFirst();
    assertThat(spec.dataset().config().values()).containsEntry("path", cli.folder.resolve("test.jsonl").toString());
    assertThat(spec.models().get("policy").config().values()).containsEntry("format", "mathcoder");
    assertThat(spec.strategy().config().values()).containsEntry("maxTokens", 5L);
    assertThat(spec.limit()).isEqualTo(7);
    assertThat(spec.subjects()).containsExactly("Algebra");
  }

  @Test
  void stoppingSaysTheExactCommandThatGoesOn() {
    cli.engine.cancelDuringRun = true;
    Done done = cli.run("run", "runs/one.yaml", "--set", "strategy.prompt=a b", "--fresh");
    assertThat(done.status()).isEqualTo(1);
    assertThat(done.err()).contains("go on with: leibniz run runs/one.yaml --set 'strategy.prompt=a b'").doesNotContain("--fresh");
  }

  @Test
  void badInputNamesFileLineAndField() {
    cli.write("runs/bad.yaml", ONE.replace("strategy:", "stratgy:"));
    Done done = cli.run("run", cli.folder.resolve("runs/bad.yaml").toString());
    assertThat(done.status()).isEqualTo(2);
    assertThat(done.err()).contains("bad.yaml:4: stratgy: unknown key; did you mean 'strategy'?");
    assertThat(done.err().lines()).hasSize(1);
  }

  @Test
  void missingFilesAndFoldersWithoutWorkspaceAreBadInput() {
    assertThat(cli.run("run", "nowhere.yaml")).satisfies(d -> assertThat(d.status()).isEqualTo(2)).satisfies(d -> assertThat(d.err()).contains("no such file"));
    assertThat(cli.run("run", temporary.toString()).err()).contains("has no workspace.yaml");
    assertThat(cli.run("run").err()).contains("nothing to run");
  }

  @Test
  void previewShowsControlTokensApartFromText() {
    Done done = cli.run("preview", "runs/one.yaml");
    assertThat(done.out()).contains("<<<|user|>>>What is 6 times 7? <|user|>", "prompt tokens: 11", "stops: [\"</s>\"]", "the last 1536 prompt tokens", "greedy");
    assertThat(Json.parse(cli.run("preview", "runs/one.yaml", "--json").out()).get("tokens").asInt()).isEqualTo(11);
  }

  @Test
  void previewShowsTheWholeProtocol() {
    cli.write("runs/one.yaml", ONE.replace("graders: [exact]", "").replace("strategy: cot", "preset: mathcoder"));
    assertThat(cli.run("preview", "runs/one.yaml").out())
        .contains("strategy: interleaved, dialect mathcoder, maxRounds 32")
        .contains("executor: graalpy, timeout 6s")
        .contains("graders: mathcoder; mathcoder-raw");
    JsonNode json = Json.parse(cli.run("preview", "runs/one.yaml", "--executor", "cpython", "--json").out());
    assertThat(json.at("/executor/id").asText()).isEqualTo("cpython");
    assertThat(json.at("/executor/timeout").asText()).isEqualTo("6s");
    assertThat(json.at("/strategy/maxRounds").asInt()).isEqualTo(32);
    assertThat(json.at("/graders/1/id").asText()).isEqualTo("mathcoder-raw");
  }

  @Test
  void aWorkspaceEndsWithPublishedListedAndItsOwnCounts() {
    cli.write("runs/one.yaml", GRID);
    cli.write(
        "published.yaml",
        """
        runs:
          both/cot: {of: 3, published: 66.7, listed: 3, source: paper}
          both/pot: {of: 300, listed: 200}
          never: {of: 5, listed: 5}
        sources: {paper: "A Paper, Table 1"}
        absent: [{system: Huge 70B, why: only figures}]
        """);
    Done done = cli.run("run", cli.folder.toString());
    assertThat(done.out().lines().map(line -> line.replaceAll(" +", " ").strip()))
        .contains(
            "set items published listed ours difference",
            "both/cot 3 66.7 % 3 2 -1",
            "both/pot 300 – 200 2 of 3 –",
            "never 5 – 5 not run –",
            "1 sets replayed whole: 0 give exactly the listed count, 1 are within 3 items of it; 1 replayed in part; 1 not run",
            "published: as printed by A Paper, Table 1",
            "nothing to replay: generations of these systems are not public",
            "Huge 70B: only figures");
    JsonNode json = Json.parse(cli.run("run", cli.folder.toString(), "--json").lines().getFirst());
    assertThat(json.get("published").toString())
        .isEqualTo("{\"of\":3,\"listed\":3,\"percent\":66.7,\"source\":\"A Paper, Table 1\"}");
    assertThat(cli.run("run", "runs/one.yaml").out()).doesNotContain("published, listed");
  }

  @Test
  void wrongPublishedCountsKeepARunFromStarting() {
    cli.write("published.yaml", "runs: {one: {of: 3}}\n");
    Done done = cli.run("run", cli.folder.toString());
    assertThat(done.status()).isEqualTo(2);
    assertThat(done.err()).contains("published.yaml:1: runs.one.listed: is missing");
    assertThat(cli.engine.started).isEmpty();
  }

  @Test
  void aSavedChartMayShowPublishedFiguresOfCategoriesThatNoRunHas() {
    cli.write("figures.json", "{\"source\": \"A Paper\", \"series\": [{\"name\": \"Other\", \"values\": {\"Algebra\": 0.5, \"Topology\": 0.25}}]}");
    cli.write("charts/part.yaml", "kind: subjects\nruns: [one]\nout: ../part.svg\nwith: ../figures.json\n");
    cli.write("charts/whole.yaml", "kind: subjects\nruns: [one]\nout: ../whole.svg\nwithAll: ../figures.json\n");
    cli.write("charts/wrong.yaml", "kind: subjects\nruns: [one]\nout: ../x.svg\nwith: ../figures.json\nwithAll: ../figures.json\n");
    Done done = cli.run("run", cli.folder.toString());
    assertThat(cli.folder.resolve("part.svg")).content().contains("Algebra").doesNotContain("Topology");
    assertThat(cli.folder.resolve("whole.svg")).content().contains("Algebra", "Topology");
    assertThat(done.err()).contains("wrong.yaml:5: withAll: give either with or withAll, not both");
  }

  @Test
  void aWorkspacesSavedChartsAreDrawnAtTheEnd() {
    cli.write("runs/one.yaml", GRID);
    cli.write("charts/subjects.yaml", "kind: subjects\nruns: [both]\nout: ../subjects.svg\n");
    cli.write("charts/wrong.yaml", "kind: pie\nruns: [both]\nout: ../pie.svg\n");
    Done done = cli.run("run", cli.folder.toString());
    assertThat(done.out()).contains("chart: " + cli.folder.resolve("subjects.svg"));
    assertThat(cli.folder.resolve("subjects.svg")).content().contains("cot", "pot");
    assertThat(done.err()).contains("wrong.yaml:1: kind: no chart kind 'pie'");
  }
}
