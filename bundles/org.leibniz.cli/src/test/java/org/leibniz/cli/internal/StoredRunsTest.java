package org.leibniz.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.grader.Outcome;
import org.leibniz.cli.internal.Cli.Done;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.store.Grading;
import org.leibniz.store.GradingSpec;
import org.leibniz.store.RunStatus;
import org.leibniz.store.StoredSample;

/** Reading commands over two runs: A solves p1 and p2, B solves p2, p3 and p4. */
class StoredRunsTest {
  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void setUp() {
    cli = new Cli(temporary);
    List<Grading> a = List.of(Samples.grading(1, "exact"), Samples.grading(2, "hendrycks"));
    cli.store.put(
        Samples.run(1, "aaaa1111", "first", 4),
        a,
        List.of(
            sample("p1", "Algebra", a, Outcome.CORRECT, Outcome.CORRECT),
            sample("p2", "Algebra", a, Outcome.CORRECT, Outcome.WRONG),
            sample("p3", "Geometry", a, Outcome.WRONG, Outcome.WRONG),
            sample("p4", "Geometry", a, Outcome.WRONG, Outcome.CORRECT)));
    List<Grading> b = List.of(Samples.grading(3, "exact"));
    cli.store.put(
        Samples.run(2, "bbbb2222", "second, \"quoted\"", 4),
        b,
        List.of(
            sample("p1", "Algebra", b, Outcome.WRONG),
            sample("p2", "Algebra", b, Outcome.CORRECT),
            sample("p3", "Geometry", b, Outcome.CORRECT),
            sample("p4", "Geometry", b, Outcome.CORRECT)));
  }

  private static StoredSample sample(String id, String subject, List<Grading> gradings, Outcome... outcomes) {
    return Samples.sample(Samples.problem(id, subject, 0), gradings, outcomes);
  }

  @Test
  void runsListsOneObjectPerRunNewestFirst() {
    Done done = cli.run("runs", "--json");
    assertThat(done.lines()).hasSize(2);
    JsonNode newest = Json.parse(done.lines().getFirst());
    assertThat(newest.get("run").asText()).isEqualTo("bbbb2222");
    assertThat(newest.get("accuracy").asDouble()).isEqualTo(0.75);
    assertThat(newest.get("status").asText()).isEqualTo("finished");
    assertThat(newest.get("started").asText()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(newest.has("tags")).isTrue();
    assertThat(newest.has("bySubject")).isFalse();
    assertThat(cli.run("runs").out()).contains("aaaa1111  first", "50.0 %", "finished");
  }

  @Test
  void tagsNotesAndDeletions() {
    cli.run("runs", "tag", "aaaa", "baseline", "paper");
    assertThat(cli.run("runs", "tag", "aaaa", "--remove", "paper").out()).isEqualTo("aaaa1111: baseline\n");
    cli.run("runs", "note", "aaaa", "wrong template");
    assertThat(cli.run("runs", "--tag", "baseline").out()).contains("baseline – wrong template").doesNotContain("bbbb2222");
    assertThat(cli.run("runs", "delete", "aaaa").status()).isZero();
    assertThat(cli.store.runs()).hasSize(1);
    cli.store.put(Samples.with(Samples.run(2, "bbbb2222", "second", 4), RunStatus.RUNNING, Set.of(), ""), List.of(), List.of());
    assertThat(cli.run("runs", "delete", "bbbb").err()).contains("is running");
  }

  @Test
  void anEmptyWorkspaceIsNoError() {
    cli.storeExists = false;
    assertThat(cli.run("runs")).satisfies(done -> assertThat(done.status()).isZero()).satisfies(done -> assertThat(done.err()).contains("no runs in"));
    assertThat(cli.run("show", "@last").status()).isEqualTo(2);
  }

  @Test
  void showAddsPlanAndDigests() {
    JsonNode shown = Json.parse(cli.run("show", "aaaa", "--json").out());
    assertThat(shown.get("plan").get("strategy").get("id").asText()).isEqualTo("cot");
    assertThat(shown.get("digests").get("model").asText()).isEqualTo("abc");
    assertThat(shown.get("bySubject")).hasSize(2);
    Done text = cli.run("show", "aaaa", "--plan");
    assertThat(text.out()).contains("Algebra", "also graded by hendrycks: 2 of 4 (50.0 %)", "strategy:", "id: cot");
  }

  @Test
  void everyViewSaysWhereTheGraderFailsItsSelfTest() {
    String warning = "grader math fails its self-test: 1 of 4 different gold answers do not equal themselves";
    GradingSpec spec = new GradingSpec("math", "digest", "{}", warning);
    List<Grading> gradings = List.of(new Grading(7, spec, Samples.START));
    cli.store.put(
        Samples.run(3, "cccc3333", "third", 1), gradings, List.of(sample("p1", "Algebra", gradings, Outcome.CORRECT)));
    for (String[] view :
        List.of(
            new String[] {"show", "cccc"},
            new String[] {"runs"},
            new String[] {"compare", "aaaa", "cccc"},
            new String[] {"export", "cccc", "--format", "latex"})) {
      assertThat(cli.run(view).out()).as(view[0]).contains("warning: " + warning);
    }
    assertThat(Json.parse(cli.run("show", "cccc", "--json").out()).get("warning").asText()).isEqualTo(warning);
    Path chart = temporary.resolve("flagged.svg");
    Done charted = cli.run("chart", "cccc", "--kind", "subjects", "--out", chart.toString());
    assertThat(charted.status()).as(charted.err()).isZero();
    assertThat(chart).content().contains("fails its self-test");
  }

  @Test
  void samplesPrintTheContractsShape() {
    Done done = cli.run("samples", "aaaa", "--outcome", "wrong", "--json");
    assertThat(done.lines()).hasSize(2);
    JsonNode sample = Json.parse(done.lines().getFirst());
    assertThat(sample.get("problem").asText()).isEqualTo("p3");
    assertThat(sample.get("flags").toString()).isEqualTo("[\"execution-differs\"]");
    assertThat(sample.get("answer").asText()).isEqualTo("41");
    assertThat(sample.get("reference").asText()).isEqualTo("42");
    JsonNode verdict = sample.get("verdicts").get(1);
    assertThat(verdict.fieldNames()).toIterable().contains("grader", "options", "equal", "reason", "layer", "answer", "span");
    assertThat(verdict.get("span").toString()).isEqualTo("[3,5]");
    assertThat(sample.get("segments").get(1).toString())
        .isEqualTo("{\"kind\":\"code\",\"text\":\"6*7\",\"millis\":12,\"tokens\":5,\"stop\":\"end\"}");
  }

  @Test
  void samplesOfAModelCannotSteerTheTerminal() {
    Done done = cli.run("samples", "aaaa", "--limit", "1");
    assertThat(done.out()).contains("So ␛[31m42.", "── code", "reference  42").doesNotContain("\u001b");
    assertThat(done.err()).contains("more than 1 samples");
    assertThat(cli.run("samples", "aaaa", "--outcome", "wrongg").err()).contains("expected one of correct, wrong");
  }

  @Test
  void comparePairsRunsByProblem() {
    JsonNode compared = Json.parse(cli.run("compare", "aaaa", "bbbb", "--json").out());
    assertThat(compared.fieldNames()).toIterable()
        .contains(
            "a", "b", "n", "accuracyA", "accuracyB", "delta", "se", "low", "high", "p", "mcnemarP", "gained", "lost",
            "minimumDetectable", "verdict", "bySubject");
    assertThat(compared.get("accuracyA").asDouble()).isEqualTo(0.5);
    assertThat(compared.get("delta").asDouble()).isCloseTo(0.25, within(1e-12));
    assertThat(compared.get("gained").asInt()).isEqualTo(2);
    assertThat(compared.get("lost").asInt()).isEqualTo(1);
    assertThat(compared.get("mcnemarP").asDouble()).isCloseTo(1, within(1e-9));
    assertThat(compared.get("verdict").asText()).isEqualTo("inconclusive");
    assertThat(compared.get("bySubject").get(1).get("delta").asDouble()).isEqualTo(1);
  }

  @Test
  void compareShowsFlipsFirst() {
    Done done = cli.run("compare", "aaaa", "bbbb");
    assertThat(done.out()).containsSubsequence("gained 2", "+  p3", "-  p1", "difference", "verdict     inconclusive", "Geometry");
    assertThat(cli.run("compare", "aaaa", "aaaa").status()).isEqualTo(2);
  }

  @Test
  void compareRefusesDifferentDatasets() {
    cli.store.put(
        Samples.named(Samples.run(3, "cccc3333", "third", 1), "", "svamp", "cot", "m"), List.of(Samples.grading(9, "exact")), List.of());
    Done done = cli.run("compare", "aaaa", "cccc");
    assertThat(done.status()).isEqualTo(2);
    assertThat(done.err()).contains("different datasets");
  }

  @Test
  void gradeDiffShowsFlipsAndKappa() {
    JsonNode diff = Json.parse(cli.run("grade-diff", "aaaa", "--graders", "exact,hendrycks", "--json").out());
    assertThat(diff.get("bothCorrect").asInt()).isEqualTo(1);
    assertThat(diff.get("onlyA").asInt()).isEqualTo(1);
    assertThat(diff.get("onlyB").asInt()).isEqualTo(1);
    assertThat(diff.get("kappa").asDouble()).isZero();
    assertThat(diff.get("flips")).hasSize(2);
    assertThat(cli.run("grade-diff", "aaaa", "--graders", "exact,hendrycks").out()).contains("A correct", "Cohen's κ 0.0000, 2 flipped", "p2");
    assertThat(cli.run("grade-diff", "aaaa", "--graders", "exact,tora").err()).contains("was not graded by 'tora'", "leibniz grade");
  }

  @Test
  void exportsForOtherPrograms() throws Exception {
    Done csv = cli.run("export", "bbbb", "--format", "csv");
    assertThat(csv.lines()).hasSize(5);
    assertThat(csv.lines().get(1)).isEqualTo("bbbb2222,\"second, \"\"quoted\"\"\",gsm8k,cot,model-7b,p1,Algebra,,0,wrong,execution-differs,41,42,20");
    Path file = cli.folder.resolve("table.tex");
    assertThat(cli.run("export", "aaaa", "bbbb", "--format", "latex", "--out", "table.tex").status()).isZero();
    assertThat(Files.readString(file)).contains("\\toprule", "Algebra & 2 & 100.0 & 50.0 \\\\", "\\bottomrule");
    assertThat(Json.parse(cli.run("export", "aaaa", "--format", "jsonl").lines().getFirst()).get("run").asText()).isEqualTo("aaaa1111");
  }

  @Test
  void sqlPrintsRowsAsTheyAre() {
    assertThat(cli.run("sql", "select 1", "--json").out()).isEqualTo("{\"subject\":\"algebra\",\"n\":3,\"x\":null}\n");
    assertThat(cli.run("sql", "select 1").out()).contains("algebra  3  null");
  }

  @Test
  void watchShowsAFinishedRunAtOnce() {
    assertThat(cli.run("watch", "aaaa").out()).contains("Algebra");
  }

  @Test
  void chartsAreDrawnInTheFormatOfTheFilesName() throws Exception {
    Done done = cli.run("chart", "aaaa", "bbbb", "--kind", "subjects", "--out", "out/subjects.svg");
    assertThat(done.err()).isEmpty();
    assertThat(done.status()).isZero();
    assertThat(Files.readString(cli.folder.resolve("out/subjects.svg"))).contains("<svg", "Algebra", "Geometry");
    assertThat(cli.run("chart", "aaaa", "bbbb", "--kind", "compare", "--theme", "dark", "--out", "compare.png").status()).isZero();
    assertThat(cli.folder.resolve("compare.png")).isNotEmptyFile();
    assertThat(cli.run("chart", "aaaa", "--kind", "pie", "--out", "x.svg").status()).isEqualTo(2);
    assertThat(cli.run("chart", "aaaa", "--kind", "subjects", "--out", "x.gif").err()).contains(".svg, .png or .pdf");
    assertThat(cli.run("chart", "aaaa", "--kind", "levels", "--out", "x.svg").err()).contains("have no levels");
  }

  @Test
  void publishedFiguresAreDrawnBesideOurs() throws Exception {
    cli.write("published.json", "{\"source\": \"Table 2\", \"series\": [{\"name\": \"theirs\", \"values\": {\"Algebra\": 0.5}}]}");
    Done done = cli.run("chart", "aaaa", "--kind", "subjects", "--with", "published.json", "--out", "with.svg");
    assertThat(done.status()).isZero();
    assertThat(Files.readString(cli.folder.resolve("with.svg"))).contains("not run here");
  }
}
