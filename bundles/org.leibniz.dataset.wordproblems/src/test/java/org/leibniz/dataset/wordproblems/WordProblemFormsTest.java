package org.leibniz.dataset.wordproblems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.dataset.Problem;

class WordProblemFormsTest {
  @TempDir Path folder;

  @Test
  void gsm8kKeepsTheCommasOfThePublishersAnswer() throws IOException {
    Dataset dataset = open(new Gsm8kSource(), "{\"question\": \"q\", \"answer\": \"a <<1000*2=2000>>\\n#### 2,000\"}");

    assertThat(dataset.problems().getFirst().answer()).isEqualTo("2,000");
    assertThat(dataset.problems().getFirst().solution()).startsWith("a <<");
  }

  @Test
  void svampIsTheSameProblemHoweverBodyAndQuestionAreJoined() throws IOException {
    Dataset publisher =
        open(new SvampSource(), "{\"Body\": \"Ann has 2 figs\", \"Question\": \"How many?\", \"Answer\": 2.0, \"Type\": \"Addition\"}");
    Dataset joined = open(new SvampSource(), "{\"input\": \"Ann has 2 figs. How many?\", \"target\": 2.0}");

    assertThat(joined.problems().getFirst().id()).isEqualTo(publisher.problems().getFirst().id());
    assertThat(publisher.problems().getFirst().question()).isEqualTo("Ann has 2 figs How many?");
    assertThat(publisher.problems().getFirst().attributes()).containsEntry("body", "Ann has 2 figs").containsEntry("question", "How many?");
    assertThat(publisher.problems().getFirst().answer()).isEqualTo("2.0");
  }

  @Test
  void aFileOfAnotherSetIsRefusedWithWhatWasExpectedAndFound() {
    assertThatThrownBy(() -> open(new SvampSource(), "{\"problem\": \"q\", \"solution\": \"s\"}"))
        .hasMessageContaining("rows.jsonl:1: is no form of svamp that is known: expected rows with messages")
        .hasMessageContaining("input, target (PAL)")
        .hasMessageEndingWith("found problem, solution");
  }

  @Test
  void asdivAnswersLoseTheirUnitsButNotTheirBrackets() {
    assertThat(AsdivSource.withoutUnits("9 (apples)")).isEqualTo("9");
    assertThat(AsdivSource.withoutUnits("14  (seats)")).isEqualTo("14");
    assertThat(AsdivSource.withoutUnits("2 (fish tanks); 5 (snails)")).isEqualTo("2; 5");
    assertThat(AsdivSource.withoutUnits("-(1/3)")).isEqualTo("-(1/3)");
    assertThat(AsdivSource.withoutUnits("10:3")).isEqualTo("10:3");
    assertThat(AsdivSource.withoutUnits("(c)")).isEqualTo("(c)");
  }

  @Test
  void asdivRefusesDocumentTypesSoThatEntitiesCannotGrowOrReadFiles() throws IOException {
    Path file = folder.resolve("bomb.xml");
    Files.writeString(
        file, "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>\n<a><Problem><Body>&b;</Body></Problem></a>");

    assertThatThrownBy(() -> new AsdivSource().open(Config.of(Map.of("path", file.toString())))).hasMessageContaining("bomb.xml:");
  }

  @Test
  void mawpsTakesThePartFromTheKeyWhereTheFileDoesNotSay() throws IOException {
    String row = "{\"input\": \"Ann has 2 figs. How many?\", \"target\": 2.0}";
    Path file = Files.writeString(folder.resolve("mine.jsonl"), row + "\n" + row + "\n");
    Dataset dataset = new MawpsSource().open(Config.of(Map.of("path", file.toString(), "source", "singleop")));
    Path named = Files.writeString(folder.resolve("singleop.jsonl"), row + "\n");

    assertThat(dataset.problems()).extracting(Problem::subject).containsOnly("singleop");
    assertThat(dataset.problems().get(1).id()).isEqualTo(dataset.problems().get(0).id() + "-2");
    assertThat(new MawpsSource().open(Config.of(Map.of("path", named.toString()))).problems().getFirst().id())
        .isEqualTo(dataset.problems().get(0).id());
  }

  private Dataset open(DatasetSource source, String... rows) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.jsonl"), String.join("\n", rows));
    return source.open(Config.of(Map.of("path", file.toString())));
  }
}
