package org.leibniz.model.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.ModelInfo;

class OpenAiBackendTest {
  private Loopback server;

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private ModelInfo info(Map<String, Object> settings) {
    try (Model model = Asking.open(server, settings)) {
      return model.info();
    }
  }

  private String refusal(Map<String, Object> settings) {
    LeibnizException refusal = catchThrowableOfType(LeibnizException.class, () -> info(settings));
    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_INPUT);
    assertThat(refusal.getMessage()).doesNotContain("\n").doesNotContain("sk-");
    return refusal.getMessage();
  }

  @Test
  void aServersOnlyModelNeedsNoName() {
    ModelInfo info = info(Map.of());
    assertThat(info.name()).isEqualTo("tiny");
    assertThat(info.traits()).containsEntry("chat", "true").containsEntry("context", "2048")
        .containsEntry("origin", "live");
  }

  @Test
  void digestTellsEndpointAndModelApart() {
    String digest = info(Map.of()).digest();
    assertThat(info(Map.of()).digest()).isEqualTo(digest).hasSize(64);
    assertThat(info(Map.of("endpoint", "completions")).digest()).isNotEqualTo(digest);
    assertThat(info(Map.of("model", "other", "unlisted", true)).digest()).isNotEqualTo(digest);
    assertThat(info(Map.of("extra", Map.of("min_tokens", 4L))).digest()).isNotEqualTo(digest);
  }

  @Test
  void aMisspeltModelIsRefusedWithTheNamesThereAre() {
    assertThat(refusal(Map.of("model", "tinny")))
        .isEqualTo("model: the server has no 'tinny', but tiny (unlisted: true sends it all the same)");
  }

  @Test
  void aServerWithoutAListIsTakenAtTheUsersWord() {
    server.models = (request, out) -> Loopback.whole(out, 404, "{}");
    assertThat(info(Map.of("model", "gpt")).name()).isEqualTo("gpt");
    assertThat(refusal(Map.of())).isEqualTo("model: is missing; the server has no list of models");
  }

  @Test
  void aRefusedKeyIsSaidBeforeARunStarts() {
    server.models =
        (request, out) -> Loopback.whole(out, 401, "{\"error\": {\"message\": \"bad key " + request.headers()
            .get("Authorization") + "\"}}");
    assertThat(refusal(Map.of("keyVariable", "MY_KEY")))
        .isEqualTo("url: " + server.url() + ": answered 401: bad key Bearer [key]");
  }

  @Test
  void nobodyThereIsOneLine() throws IOException {
    server.close();
    assertThat(refusal(Map.of("attempts", 1L)))
        .isEqualTo("url: " + server.url() + ": cannot be reached; is the server running?");
  }

  @Test
  void secretsInTheWrongPlaceAreRefusedWithoutRepeatingThem() {
    assertThat(refusal(Map.of("keyVariable", "sk-proj-abcdef")))
        .startsWith("keyVariable: expected the name of an environment variable");
    assertThat(refusal(Map.of("keyVariable", "abcdef0123456789"))).doesNotContain("abcdef0123456789")
        .contains("no variable of that name");
    assertThat(refusal(Map.of("url", "http://me:sk-word@127.0.0.1/v1")))
        .startsWith("url: expected an address without user");
    assertThat(refusal(Map.of("url", "http://127.0.0.1/v1?key=sk-word")))
        .startsWith("url: expected an address without user");
    assertThat(refusal(Map.of("url", "127.0.0.1:8000/v1"))).startsWith("url: ");
  }

  @Test
  void aCostLimitNeedsAPrice() {
    assertThat(refusal(Map.of("maxCost", 1.0))).startsWith("maxCost: needs price");
  }
}
