package org.leibniz.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.tokenizer.Tokenizer;
import org.leibniz.checkpoint.tokenizer.Tokenizer.ControlTokens;

/** Small checkpoints in every form, against what other implementations make of them. */
@EnabledIfEnvironmentVariable(named = "LEIBNIZ_CORPORA", matches = ".+")
class CheckpointTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path MODELS = Path.of(System.getenv().getOrDefault("LEIBNIZ_CORPORA", ""), "models");

  @Test
  void refusesEveryBrokenCheckpointWithOneLine() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (Path folder : folders(MODELS.resolve("bad"))) {
      JsonNode expectation = MAPPER.readTree(folder.resolve("expect.json").toFile()).path("refuse");
      Path gguf = folder.resolve("model.gguf");
      Throwable thrown = catchThrowable(() -> Checkpoint.open(Files.exists(gguf) ? gguf : folder));
      if (expectation.isBoolean() && expectation.asBoolean()) {
        softly.assertThat(thrown).as("%s", folder.getFileName()).isInstanceOf(LeibnizException.class);
        softly.assertThat(String.valueOf(thrown)).as("%s", folder.getFileName()).doesNotContain("\n").contains(folder.getFileName().toString());
      } else {
        softly.assertThat(thrown).as("%s", folder.getFileName()).isNull();
      }
    }
    softly.assertThat(Path.of("pwned")).doesNotExist();
    softly.assertAll();
  }

  @Test
  void tokenisesAndDecodesAsTheOriginalTokenizers() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    int compared = 0;
    for (Path goldens : goldens()) {
      Tokenizer tokenizer = Checkpoint.open(model(goldens.getParent())).tokenizer();
      JsonNode root = MAPPER.readTree(goldens.toFile());
      for (JsonNode one : root.path("strings")) {
        String name = goldens.getParent().getFileName() + ": " + one.path("text");
        List<Integer> ids = tokenizer.encode(tokenizer.split(one.path("text").asText()));
        List<Integer> all = new ArrayList<>(tokenizer.before());
        all.addAll(ids);
        all.addAll(tokenizer.after());
        softly.assertThat(ids).as(name).isEqualTo(ids(one.path("ids_without_added_special_tokens")));
        softly.assertThat(all).as(name).isEqualTo(ids(one.path("ids")));
        compared++;
      }
      for (JsonNode one : Stream.of("strings", "sequences").flatMap(key -> stream(root.path(key))).toList()) {
        List<Integer> ids = ids(one.path("ids"));
        String name = goldens.getParent().getFileName() + ": " + ids;
        softly.assertThat(tokenizer.decode(ids, ControlTokens.SHOWN)).as(name).isEqualTo(one.path("decoded").asText());
        softly.assertThat(tokenizer.decode(ids, ControlTokens.HIDDEN)).as(name).isEqualTo(one.path("decoded_skipping_special_tokens").asText());
      }
    }
    softly.assertThat(compared).isGreaterThan(500);
    softly.assertAll();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return java.util.stream.StreamSupport.stream(array.spliterator(), false);
  }

  private static List<Integer> ids(JsonNode array) {
    return stream(array).map(JsonNode::asInt).toList();
  }

  private static Path model(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".gguf")).sorted().findFirst().orElse(folder);
    }
  }

  private static List<Path> goldens() throws IOException {
    try (Stream<Path> files = Files.walk(MODELS)) {
      return files.filter(file -> file.endsWith("tokenizer-goldens.json")).sorted().toList();
    }
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }
}
