package org.leibniz.model.djl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.leibniz.api.CallId;
import org.leibniz.api.Config;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stops;
import org.leibniz.api.model.TokenModel;
import org.leibniz.api.model.TokenModel.EndToken;
import org.leibniz.api.model.TokenScores;

/** Every small checkpoint against results that another implementation computed in float64. */
@EnabledIfEnvironmentVariable(named = "LEIBNIZ_CORPORA", matches = ".+")
class ReferenceParityTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path MODELS = Path.of(System.getenv().getOrDefault("LEIBNIZ_CORPORA", ""), "models");
  private static final double TOLERANCE = 3e-4;

  @Test
  void agreesWithFloat64AloneAndInABatch() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    int prompts = 0;
    for (Path goldens : goldens()) {
      try (TokenModel model = (TokenModel) new DjlBackend().open(Config.of(Map.of("path", model(goldens).toString())))) {
        List<JsonNode> all = stream(MAPPER.readTree(goldens.toFile()).path("prompts")).toList();
        for (JsonNode prompt : all) {
          String name = goldens.getParent().getFileName() + " " + goldens.getFileName() + " " + prompt.path("name").asText();
          compare(softly, name, prompt, greedy(model, prompt));
          softly.assertThat(distance(model, prompt)).as(name).isLessThan(TOLERANCE);
          prompts++;
        }
        batched(softly, goldens.toString(), model, all);
      }
    }
    softly.assertAll();
    assertThat(prompts).isGreaterThan(100);
    System.out.println("parity: " + prompts + " prompts, each alone and in a batch of 32");
  }

  /**
   * Two-byte numbers are coarse: log-probabilities differ in the second or third decimal, the most probable tokens
   * seldom.
   */
  @Test
  void numbersOfTwoBytesStayNear() throws Exception {
    Path goldens = MODELS.resolve("llama3-gqa-rope/goldens.json");
    List<JsonNode> prompts = stream(MAPPER.readTree(goldens.toFile()).path("prompts")).toList();
    for (Map.Entry<String, Double> dtype : Map.of("bfloat16", 0.5, "float16", 0.06).entrySet()) {
      Config config = Config.of(Map.of("path", model(goldens).toString(), "dtype", dtype.getKey()));
      double worst = 0;
      int same = 0;
      try (TokenModel model = (TokenModel) new DjlBackend().open(config)) {
        for (JsonNode prompt : prompts) {
          worst = Math.max(worst, distance(model, prompt));
          same += greedy(model, prompt).equals(stream(prompt.path("greedy_ids")).map(JsonNode::asInt).toList()) ? 1 : 0;
        }
      }
      System.out.printf("%s: %d of %d prompts with the same greedy tokens, log-probabilities within %.4f%n",
          dtype.getKey(), same, prompts.size(), worst);
      assertThat(worst).as(dtype.getKey()).isBetween(1e-4, dtype.getValue());
    }
  }

  private static void batched(SoftAssertions softly, String name, TokenModel model, List<JsonNode> prompts) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Integer>>> replies = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        JsonNode prompt = prompts.get(i % prompts.size());
        replies.add(threads.submit(() -> greedy(model, prompt)));
      }
      for (int i = 0; i < 32; i++) {
        compare(softly, name + " in a batch", prompts.get(i % prompts.size()), replies.get(i).get());
      }
    }
  }

  private static void compare(SoftAssertions softly, String name, JsonNode prompt, List<Integer> ids) {
    JsonNode cached = prompt.path("greedy_ids_with_cache");
    JsonNode expected = cached.isArray() ? cached : prompt.path("greedy_ids");
    softly.assertThat(ids).as(name).isEqualTo(stream(expected).map(JsonNode::asInt).toList());
  }

  private static List<Integer> greedy(TokenModel model, JsonNode prompt) {
    Decoding decoding = new Decoding(Sampling.GREEDY, Stops.NONE, 32);
    var request = new GenerationRequest(new CallId("p", 0, "", 0), model.withControls(prompt.path("text").asText()), decoding, 0);
    return model.complete(request, EndToken.IGNORED).ids();
  }

  private static double distance(TokenModel model, JsonNode prompt) {
    List<TokenScores.TokenScore> scores = model.score(model.withControls(prompt.path("text").asText())).tokens();
    JsonNode expected = prompt.path("prompt_log_probabilities");
    assertThat(scores).hasSize(expected.size());
    double worst = 0;
    for (int i = 0; i < scores.size(); i++) {
      worst = Math.max(worst, Math.abs(scores.get(i).logProbability() - expected.get(i).asDouble()));
    }
    return worst;
  }

  private static Path model(Path goldens) {
    String type = goldens.getFileName().toString().replaceAll("goldens-?|\\.json", "");
    String name = goldens.getParent().getFileName().toString();
    return type.isEmpty() ? goldens.getParent() : goldens.resolveSibling(name + "-" + type + ".gguf");
  }

  private static List<Path> goldens() throws IOException {
    try (Stream<Path> files = Files.walk(MODELS)) {
      return files.filter(file -> file.getFileName().toString().matches("goldens.*\\.json")).sorted().toList();
    }
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
