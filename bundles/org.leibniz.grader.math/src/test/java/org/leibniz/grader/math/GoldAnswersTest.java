package org.leibniz.grader.math;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.leibniz.api.grader.Verdict;

/** The gold answers of MATH and GSM8K, where the corpora are there ({@code LEIBNIZ_CORPORA}). */
class GoldAnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Equality equality = new Equality(Policy.STRICT);

  @Test
  void everyGoldAnswerOfMathEqualsItselfWrittenOtherwise() throws IOException {
    List<String> golds = new ArrayList<>();
    try (Stream<Path> files = Files.walk(corpora().resolve("data/math/test"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        golds.add(AnswerFinder.find(JSON.readTree(file.toFile()).path("solution").asText()).answer().orElseThrow());
      }
    }
    assertThat(golds).hasSize(5000);
    assertEqualThemselves(golds);
  }

  @Test
  void everyGoldAnswerOfGsm8kTrainingEqualsItself() throws IOException {
    List<String> golds = new ArrayList<>();
    for (String line : Files.readAllLines(corpora().resolve("data/gsm8k/train.jsonl"))) {
      String solution = JSON.readTree(line).path("answer").asText();
      golds.add(solution.substring(solution.lastIndexOf("####") + 4).strip());
    }
    assertThat(golds).hasSize(7473);
    assertEqualThemselves(golds);
  }

  /** Also with other LaTeX around it, so that more than equal strings is asked; normalising twice changes nothing. */
  private void assertEqualThemselves(List<String> golds) {
    for (String gold : golds) {
      assertThat(equality.compare(gold, gold).equality()).as(gold).isEqualTo(Verdict.Equality.EQUAL);
      assertThat(equality.compare(gold, "$\\displaystyle " + gold + " $.").equality()).as(gold).isEqualTo(Verdict.Equality.EQUAL);
      String cleaned = Cleanup.clean(gold);
      assertThat(Cleanup.clean(cleaned)).as(gold).isEqualTo(cleaned);
    }
  }

  private static Path corpora() {
    String folder = System.getenv("LEIBNIZ_CORPORA");
    Assumptions.assumeTrue(folder != null, "LEIBNIZ_CORPORA is not set");
    return Path.of(folder);
  }
}
