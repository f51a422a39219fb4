package org.leibniz.dataset.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.dataset.Problem;
import org.leibniz.tck.DatasetSourceContract;

class JsonlSourceTest extends DatasetSourceContract {
  private static final String FULL =
      """
      {"id": "p1", "question": "What is $1+1$?", "answer": 2, "subject": "algebra", "level": "Level 1", "solution": "s"}
      {"id": "p2", "question": "Which is prime?", "answer": "b", "choices": ["4", "5"], "level": 2, "source": {"book": "own"}}
      """;

  @Override
  protected DatasetSource source() {
    return new JsonlSource();
  }

  @Override
  protected String id() {
    return "jsonl";
  }

  @Override
  protected Path writeGood(Path folder) throws IOException {
    return Files.writeString(folder.resolve("own.jsonl"), FULL);
  }

  @Override
  protected Path writeMalformed(Path folder) throws IOException {
    return Files.writeString(folder.resolve("own.jsonl"), FULL.replace("\"p2\"", "\"p1\""));
  }

  @Override
  protected int malformedLine() {
    return 2;
  }

  @Test
  void isCalledAsTheRunFileSays() throws IOException {
    Path file = writeGood(folder);
    Dataset dataset = new JsonlSource().open(Config.of(Map.of("path", file.toString(), "name", "mine")));
    assertThat(dataset.id()).isEqualTo("mine");
    assertThat(dataset.problems()).isEqualTo(new JsonlSource().open(Config.of(Map.of("path", file.toString()))).problems());
  }

  @Test
  void readsItsOwnFieldNamesWithoutConfiguration() throws IOException {
    Dataset dataset = read("own.jsonl", FULL, Map.of("attributes", List.of("source.book")));

    assertThat(dataset.problems())
        .containsExactly(
            new Problem("p1", 0, "What is $1+1$?", "algebra", 1, List.of(), "2", "s", Map.of()),
            new Problem(
                "p2",
                1,
                "Which is prime?",
                "all",
                2,
                List.of(new Choice("A", "4"), new Choice("B", "5")),
                "B",
                "",
                Map.of("source.book", "own")));
  }

  @Test
  void mapsDottedPathsOfAnArray() throws IOException {
    String json =
        """
        [
          {
            "task": {"text": "One?", "topic": "counting"},
            "gold": ["1", "one"],
            "uid": 7
          }
        ]
        """;
    Dataset dataset =
        read(
            "any.json",
            json,
            Map.of(
                "question", "task.text", "answer", "gold.0", "idField", "uid", "subject", "task.topic",
                "attributes", Map.of("other", "gold.1")));

    assertThat(dataset.problems())
        .containsExactly(new Problem("7", 0, "One?", "counting", 0, List.of(), "1", "", Map.of("other", "one")));
  }

  @Test
  void readsCommaSeparatedValuesWithAHeading() throws IOException {
    Dataset dataset = read("any.csv", "question,answer,choices\n\"Which, of\nthese?\",5,(A) 4 (B) 5\nTwo?,2,\n", Map.of());

    assertThat(dataset.problems()).extracting(Problem::question).containsExactly("Which, of\nthese?", "Two?");
    assertThat(dataset.problems()).extracting(Problem::answer).containsExactly("B", "2");
  }

  @Test
  void takesAnswersFromPositionsHashesAndBoxes() throws IOException {
    assertThat(answer("{\"question\": \"q\", \"choices\": {\"a\": \"1\", \"b\": \"2\"}, \"answer\": 1}", "index")).isEqualTo("B");
    assertThat(answer("{\"question\": \"q\", \"answer\": \"so\\n#### 5\"}", "hashes")).isEqualTo("5");
    assertThat(answer("{\"question\": \"q\", \"answer\": \"$\\\\boxed{\\\\frac{1}{2}}$\"}", "boxed")).isEqualTo("\\frac{1}{2}");
    assertThat(answer("{\"question\": \"q\", \"answer\": [1, 2.50, \"x\"]}", "text")).isEqualTo("[1, 2.50, \"x\"]");
  }

  @Test
  void keepsRepeatedQuestionsApartWhereThereAreNoIds() throws IOException {
    String row = "{\"question\": \"Again?\", \"answer\": 1}\n";
    Dataset dataset = read("any.jsonl", row + row, Map.of());

    assertThat(dataset.problems().get(1).id()).isEqualTo(dataset.problems().get(0).id() + "-2");
  }

  @Test
  void namesTheLineAndFieldThatIsMissingAndWhatTheRowHas() {
    assertThatThrownBy(() -> read("any.jsonl", "{\"question\": \"q\", \"answer\": 1}\n\n{\"question\": \"q\", \"result\": 1}\n", Map.of()))
        .hasMessageEndingWith("any.jsonl:3: answer: is missing; the row has question, result");
    assertThatThrownBy(() -> read("any.jsonl", "{\"question\": \"q\", \"answer\": 1}", Map.of("subject", "topic")))
        .hasMessageEndingWith("any.jsonl:1: topic: is missing; the row has question, answer");
  }

  @Test
  void namesTheLineOfAFieldWithinAnArray() {
    assertThatThrownBy(() -> read("any.json", "[\n {\n  \"question\": \"q\",\n  \"answer\": 1,\n  \"level\": \"hard\"\n }\n]", Map.of()))
        .hasMessageEndingWith("any.json:5: level: expected a level such as 3 or \"Level 3\", found 'hard'");
  }

  @Test
  void refusesAnAnswerThatIsNoChoice() {
    assertThatThrownBy(() -> read("any.jsonl", "{\"question\": \"q\", \"answer\": \"7\", \"choices\": [\"4\", \"5\"]}", Map.of()))
        .hasMessageEndingWith("answer: expected the letter of a choice, A to B, found '7'");
  }

  private String answer(String row, String form) throws IOException {
    return read("any.jsonl", row, Map.of("answerForm", form)).problems().getFirst().answer();
  }

  private Dataset read(String name, String text, Map<String, Object> keys) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Map<String, Object> all = new HashMap<>(keys);
    all.put("path", file.toString());
    return source().open(Config.of(all));
  }
}
