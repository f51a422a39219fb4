package org.leibniz.grader.math;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Microseconds a pair, warm: {@code ./mvnw test -pl bundles/org.leibniz.grader.math -Dtest=GraderBenchmark
 * -Dleibniz.benchmark=FILE.jsonl}, whose lines have a {@code reference} and a {@code prediction}. Each pair's least of five
 * rounds counts, so that other work on the machine does not.
 */
@EnabledIfSystemProperty(named = "leibniz.benchmark", matches = ".+")
class GraderBenchmark {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WARM_UP = 60;
  private static final int ROUNDS = 5;

  private record Pair(String reference, String prediction) {}

  @Test
  void microsecondsAPair() throws IOException {
    List<Pair> pairs = pairs(Path.of(System.getProperty("leibniz.benchmark")));
    Equality equality = new Equality(Policy.STRICT);
    for (int i = 0; i < WARM_UP; i++) {
      pairs.forEach(pair -> judge(equality, pair));
    }
    long[] least = new long[pairs.size()];
    Arrays.fill(least, Long.MAX_VALUE);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < least.length; i++) {
        long start = System.nanoTime();
        judge(equality, pairs.get(i));
        least[i] = Math.min(least[i], System.nanoTime() - start);
      }
    }
    Arrays.sort(least);
    System.out.printf(
        "%d pairs: median %.1f us, 99th percentile %.1f us, longest %.1f us%n",
        least.length, least[least.length / 2] / 1e3, least[(int) (least.length * 0.99)] / 1e3, least[least.length - 1] / 1e3);
  }

  /** Extraction where the answer is a text of several words, and equality. */
  private static void judge(Equality equality, Pair pair) {
    String given =
        pair.prediction().contains(" is ") || pair.prediction().contains("boxed")
            ? AnswerFinder.find(pair.prediction()).answer().orElse("")
            : pair.prediction();
    equality.compare(pair.reference(), given);
  }

  private static List<Pair> pairs(Path file) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode pair = JSON.readTree(line);
      pairs.add(new Pair(pair.path("reference").asText(), pair.path("prediction").asText()));
    }
    return pairs;
  }
}
