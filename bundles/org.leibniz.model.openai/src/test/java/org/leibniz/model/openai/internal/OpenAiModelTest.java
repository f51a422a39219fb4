package org.leibniz.model.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.leibniz.api.CallId;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Stops;
import org.leibniz.api.model.TokenScores;

@Timeout(30)
class OpenAiModelTest {
  private Loopback server;

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private Generation ask(Map<String, Object> settings, GenerationRequest request) {
    try (Model model = Asking.open(server, settings)) {
      return model.generate(request);
    }
  }

  private void streams(String... pieces) {
    server.then(
        (request, out) -> {
          Loopback.begin(out);
          for (String piece : pieces) {
            Loopback.delta(out, piece);
          }
          Loopback.end(out, "stop");
        });
  }

  @Test
  void sendsTurnsAndOnlyWhatSaysSomething() {
    ask(Map.of(), Asking.request("What is 1 + 1?", "\nQ:"));
    Loopback.Request sent = server.generations.getFirst();
    assertThat(sent.path()).isEqualTo("/v1/chat/completions");
    JsonNode body = sent.body();
    assertThat(body.path("model").asText()).isEqualTo("tiny");
    assertThat(body.path("messages").toString()).isEqualTo("[{\"role\":\"user\",\"content\":\"What is 1 + 1?\"}]");
    assertThat(body.path("max_tokens").asInt()).isEqualTo(64);
    assertThat(body.path("temperature").asDouble(-1)).isZero();
    assertThat(body.path("stop").toString()).isEqualTo("[\"\\nQ:\"]");
    assertThat(body.path("seed").isInt()).isTrue();
    assertThat(body.has("top_k")).isFalse();
    assertThat(body.has("truncate_prompt_tokens")).isFalse();
  }

  @Test
  void sendsSamplingSeedsAndFieldsOfTheServersOwn() {
    Sampling sampling = new Sampling(0.7, 40, 0.9, 0.05, 1.1);
    CallId id = new CallId("p", 0, "", 0);
    GenerationRequest one = new GenerationRequest(id, Prompt.of("x"), new Decoding(sampling, Stops.NONE, 9, 100),
        1L << 40);
    GenerationRequest other = new GenerationRequest(id, Prompt.of("x"), new Decoding(sampling, Stops.NONE, 9, 100),
        (1L << 40) + 1);
    Map<String, Object> settings =
        Map.of("omit", List.of("temperature"), "extra", Map.of("skip_special_tokens", false), "lengthField",
            "max_completion_tokens");
    ask(settings, one);
    ask(settings, other);
    JsonNode body = server.generations.getFirst().body();
    assertThat(body.path("top_k").asInt()).isEqualTo(40);
    assertThat(body.path("top_p").asDouble()).isEqualTo(0.9);
    assertThat(body.path("min_p").asDouble()).isEqualTo(0.05);
    assertThat(body.path("repetition_penalty").asDouble()).isEqualTo(1.1);
    assertThat(body.path("truncate_prompt_tokens").asInt()).isEqualTo(100);
    assertThat(body.path("max_completion_tokens").asInt()).isEqualTo(9);
    assertThat(body.has("max_tokens") || body.has("temperature")).isFalse();
    assertThat(body.get("skip_special_tokens").asBoolean(true)).isFalse();
    assertThat(server.generations.get(1).body().get("seed")).isNotEqualTo(body.get("seed"));
  }

  @Test
  void whatAStrategyAddsIsTheAssistantsBeginning() {
    ask(Map.of(), Asking.request(Prompt.of("Question").plus(new Part.Text("So "), new Part.Text("far")), Stops.NONE));
    assertThat(server.generations.getFirst().body().path("messages").toString())
        .isEqualTo("[{\"role\":\"user\",\"content\":\"Question\"},{\"role\":\"assistant\",\"content\":\"So far\"}]");
  }

  @Test
  void controlTokensGoByNameToACompletionAndNotIntoAChat() {
    Prompt prompt = new Prompt(List.of(new Part.Control("<|user|>"), new Part.Text("hi"), new Part.Control("<|end|>")));
    server.then((request, out) -> Loopback.whole(out, 200,
        "{\"choices\": [{\"text\": \" there\", \"finish_reason\": \"length\"}]}"));
    Generation reply = ask(Map.of("endpoint", "completions"), Asking.request(prompt, Stops.NONE));
    assertThat(reply.raw()).isEqualTo(" there");
    assertThat(reply.stop()).isEqualTo(Stop.LENGTH);
    assertThat(server.generations.getFirst().path()).isEqualTo("/v1/completions");
    assertThat(server.generations.getFirst().body().path("prompt").asText()).isEqualTo("<|user|>hi<|end|>");
    assertThat(catchThrowableOfType(LeibnizException.class, () -> ask(Map.of(), Asking.request(prompt, Stops.NONE)))
        .getMessage())
        .contains("<|user|>").contains("endpoint: completions");
  }

  @Test
  void aTextThatQuotesAControlTokenIsNotSent() {
    Prompt prompt = new Prompt(List.of(new Part.Control("<|user|>"), new Part.Text("what does <|user|> mean?")));
    assertThat(catchThrowableOfType(LeibnizException.class, () ->
        ask(Map.of("endpoint", "completions"), Asking.request(prompt, Stops.NONE))))
        .hasMessageContaining("contains <|user|>");
    assertThat(server.generations).isEmpty();
  }

  @Test
  void aStopStringAcrossPiecesEndsTheReplyWhereTheServerDidNot() {
    streams("The answer is 4.", "\n", "\nQuest", "ion: more", " and more");
    Generation reply = ask(Map.of(), Asking.request("x", "\nQuestion:", "nowhere"));
    assertThat(reply.raw()).isEqualTo("The answer is 4.\n");
    assertThat(reply.stop()).isEqualTo(Stop.STRING);
    assertThat(reply.matchedStop()).contains("\nQuestion:");
    assertThat(reply.stopIncluded()).isFalse();
  }

  @Test
  void moreStopStringsThanServersTakeAreFoundHere() {
    streams("The answer is 4. ", "Response: more");
    Generation reply = ask(Map.of(), Asking.request("x", "a:", "b:", "c:", "d:", "Response:"));
    assertThat(server.generations.getFirst().body().path("stop").size()).isEqualTo(4);
    assertThat(reply.raw()).isEqualTo("The answer is 4. ");
  }

  @Test
  void aStopThatStaysInTheTextIsLookedForHere() {
    streams("code<|end", "ofblock|>", "beyond");
    Generation reply = ask(Map.of(), Asking.request(Prompt.of("x"), new Stops(List.of("<|endofblock|>"), true)));
    assertThat(server.generations.getFirst().body().has("stop")).isFalse();
    assertThat(reply.raw()).isEqualTo("code<|endofblock|>");
    assertThat(reply.stopIncluded()).isTrue();
  }

  @Test
  void aServerMayNameTheStopString() {
    server.then(
        (request, out) ->
            Loopback.whole(out, 200,
                "{\"choices\": [{\"message\": {\"content\": \"a\"}, \"finish_reason\": \"stop\", \"stop_reason\": \"END\"}]}"));
    Generation reply = ask(Map.of("stream", false), Asking.request("x", "END"));
    assertThat(reply.stop()).isEqualTo(Stop.STRING);
    assertThat(reply.matchedStop()).isEqualTo(Optional.of("END"));
    assertThat(reply.usage().promptTokens()).isEqualTo(-1);
  }

  @Test
  void thoughtsThatAServerTakesApartStayInTheReply() {
    server.then(
        (request, out) ->
            Loopback.whole(
                out, 200, "{\"choices\": [{\"message\": {\"reasoning_content\": \"stop? 2+2\", \"content\": \"4 stop\"}, \"finish_reason\": \"stop\"}]}"));
    assertThat(ask(Map.of(), Asking.request("x", "stop")).raw()).isEqualTo("<think>\nstop? 2+2\n</think>\n\n4 ");
  }

  @Test
  void aProtocolThatCutsPromptsDoesNotRunWithWholeOnes() {
    GenerationRequest request =
        new GenerationRequest(new CallId("p", 0, "", 0), Prompt.of("x"),
            new Decoding(Sampling.GREEDY, Stops.NONE, 9, 5), 0);
    assertThat(catchThrowableOfType(LeibnizException.class, () -> ask(Map.of(), request)))
        .hasMessageContaining("had 7 tokens");
  }

  @Test
  void callsEndWhereTheMoneyDoes() {
    Map<String, Object> settings =
        Map.of("price", Map.of("prompt", 100_000.0, "completion", 100_000.0), "maxCost", 1.5);
    try (Model model = Asking.open(server, settings)) {
      model.generate(Asking.request("a"));
      model.generate(Asking.request("b"));
      assertThat(catchThrowableOfType(LeibnizException.class, () -> model.generate(Asking.request("c"))))
          .hasMessageContaining("2.0000 of 1.5000 are spent (maxCost)");
    }
  }

  @Test
  void scoresTextByItsEcho() {
    server.then(
        (request, out) ->
            Loopback.whole(
                out,
                200,
                "{\"choices\": [{\"text\": \"\", \"logprobs\": {\"tokens\": [\"Par\", \"is\", \" is\", \" big\", \"!\"],"
                    + " \"token_logprobs\": [null, -0.5, -1.5, -2.5, -9.0], \"text_offset\": [0, 3, 5, 8, 12]}}]}"));
    try (Model model = Asking.open(server, Map.of("endpoint", "completions"))) {
      TokenScores scores = model.score(Prompt.of("Paris"), " is big");
      assertThat(scores.tokens()).extracting(TokenScores.TokenScore::text).containsExactly(" is", " big");
      assertThat(scores.total()).isEqualTo(-4.0);
    }
    assertThat(server.generations.getFirst().body().path("echo").asBoolean()).isTrue();
  }

  @Test
  void aServerWithoutLogProbabilitiesSaysSo() {
    try (Model model = Asking.open(server, Map.of("endpoint", "completions"))) {
      assertThat(catchThrowableOfType(LeibnizException.class, () -> model.score(Prompt.of("a"), "b")))
          .hasMessageContaining("gives no log-probabilities");
    }
    try (Model model = Asking.open(server, Map.of())) {
      assertThat(catchThrowableOfType(LeibnizException.class, () -> model.score(Prompt.of("a"), "b")))
          .hasMessageContaining("endpoint: completions");
    }
  }
}
