package org.leibniz.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.leibniz.api.LeibnizException;
import org.leibniz.checkpoint.chat.ChatTemplate;

/** Templates of checkpoints against what Jinja makes of them. */
@EnabledIfEnvironmentVariable(named = "LEIBNIZ_CORPORA", matches = ".+")
class ChatTemplateTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path MODELS = Path.of(System.getenv().getOrDefault("LEIBNIZ_CORPORA", ""), "models");

  @Test
  void rendersConversationsAsTheOriginalDoes() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    int compared = 0;
    for (Path goldens : goldens()) {
      JsonNode root = MAPPER.readTree(goldens.toFile());
      Path own = goldens.resolveSibling("chat_template.jinja");
      boolean alone = Files.exists(own);
      Checkpoint checkpoint = alone ? null : Checkpoint.open(model(goldens.getParent()));
      ChatTemplate template = ChatTemplate.parse(goldens.toString(), alone ? Files.readString(own) : checkpoint.chatTemplate().orElseThrow());
      for (JsonNode one : root.path("conversations")) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("messages", MAPPER.convertValue(one.path("messages"), Object.class));
        variables.put("add_generation_prompt", one.path("add_generation_prompt").asBoolean());
        variables.put("bos_token", alone ? root.path("bos_token").asText() : checkpoint.beginText());
        variables.put("eos_token", alone ? root.path("eos_token").asText() : checkpoint.endText());
        if (one.has("tools")) {
          variables.put("tools", MAPPER.convertValue(one.path("tools"), Object.class));
        }
        String name = goldens.getParent().getFileName() + " " + one.path("name").asText();
        if (one.has("error")) {
          softly.assertThatThrownBy(() -> template.render(variables)).as(name).hasMessageContaining(one.path("error").asText());
        } else {
          softly.assertThatCode(() -> assertThat(template.render(variables)).isEqualTo(one.path("text").asText())).as(name).doesNotThrowAnyException();
        }
        compared++;
      }
    }
    softly.assertAll();
    assertThat(compared).isGreaterThan(30);
  }

  @Test
  void endsATemplateThatNeverWould() {
    Checkpoint checkpoint = Checkpoint.open(MODELS.resolve("bad/template-endless"));
    ChatTemplate template = ChatTemplate.parse("tokenizer_config.json", checkpoint.chatTemplate().orElseThrow());
    Map<String, Object> variables = Map.of("messages", List.of(Map.of("role", "user", "content", "x")));
    assertThatThrownBy(() -> template.render(variables)).isInstanceOf(LeibnizException.class).hasMessageContaining("does not end within");
  }

  private static Path model(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".gguf")).sorted().findFirst().orElse(folder);
    }
  }

  private static List<Path> goldens() throws IOException {
    try (Stream<Path> files = Files.walk(MODELS)) {
      return files.filter(file -> file.endsWith("chat-goldens.json")).sorted().toList();
    }
  }
}
