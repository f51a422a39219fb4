package org.leibniz.grader.published.papers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.strategy.Solution;

/** The published generations and their labels, where the environment variable {@code LEIBNIZ_CORPORA} names their folder. */
final class PublishedSets {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path corpora;

  private PublishedSets(Path corpora) {
    this.corpora = corpora;
  }

  /** Skips the test, saying so, where the folder is not known. */
  static PublishedSets assumed() {
    String corpora = System.getenv("LEIBNIZ_CORPORA");
    Assumptions.assumeTrue(corpora != null, "LEIBNIZ_CORPORA does not name the folder of the published files");
    return new PublishedSets(Path.of(corpora));
  }

  /** The sets of one paper, or all for an empty name. */
  List<JsonNode> of(String paper) {
    try {
      JsonNode index = JSON.readTree(corpora.resolve("published/INDEX.json").toFile());
      return StreamSupport.stream(index.spliterator(), false)
          .filter(set -> set.get("paper").asText().startsWith(paper))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonNode> lines(String file) {
    List<JsonNode> lines = new ArrayList<>();
    Path path = corpora.resolve(file);
    try (InputStream raw = Files.newInputStream(path);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(file.endsWith(".gz") ? new GZIPInputStream(raw) : raw, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(JSON.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** The gold answers of GSM8K's test set as its dataset source gives them, commas kept. */
  List<String> gsm8kGold() {
    return lines("data/gsm8k/test.jsonl").stream()
        .map(line -> line.get("answer").asText())
        .map(answer -> answer.substring(answer.lastIndexOf("#### ") + 5).strip())
        .toList();
  }

  static Problem problem(String dataset, String gold, Map<String, String> more) {
    Map<String, String> attributes = new java.util.HashMap<>(more);
    attributes.put("dataset", dataset);
    List<Choice> choices =
        dataset.equals("aqua-rat")
            ? List.of("A", "B", "C", "D", "E").stream().map(letter -> new Choice(letter, letter)).toList()
            : List.of();
    return new Problem("p", 0, "", Problem.ALL, 0, choices, gold, "", attributes);
  }

  /** What the engine does: extract, then compare what was found. */
  static boolean correct(Grader grader, Problem problem, Solution solution) {
    Extraction found = grader.extract(problem, solution);
    return found.answer().isPresent()
        && grader.compare(problem, problem.answer(), found.answer().get(), null).equality() == Verdict.Equality.EQUAL;
  }
}
