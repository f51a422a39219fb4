package org.leibniz.model.openai.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Sends single requests and words what goes wrong, without the key. Follows no redirects, which could carry the key
 * away.
 */
final class Connection implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Set<Integer> PASSING =
      Set.of(408, 409, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529);
  private static final Set<String> SPENT = Set.of("insufficient_quota", "billing_hard_limit_reached");
  private static final int SHOWN = 300;

  /** Reads a body that is there with status 200. */
  interface Reader<T> {
    T read(TimedBody body) throws IOException, ServerFailure, InterruptedException;
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final ApiKey key;
  private final Duration silence;

  /** @param silence longest wait for an answer to begin, and for each further piece of it */
  Connection(ApiKey key, Duration silence) {
    this.key = key;
    this.silence = silence;
  }

  <T> T get(URI address, Reader<T> reader) throws ServerFailure, InterruptedException {
    return send(request(address).GET().build(), reader);
  }

  <T> T post(URI address, JsonNode body, Reader<T> reader) throws ServerFailure, InterruptedException {
    HttpRequest request =
        request(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
            .build();
    return send(request, reader);
  }

  private HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(silence).header("User-Agent", "leibniz");
    return key.isPresent() ? request.header("Authorization", key.authorization()) : request;
  }

  private <T> T send(HttpRequest request, Reader<T> reader) throws ServerFailure, InterruptedException {
    try {
      HttpResponse<TimedBody> response = client.send(request, head -> new TimedBody(silence));
      try (TimedBody body = response.body()) {
        if (response.statusCode() != 200) {
          throw refused(response, body);
        }
        return reader.read(body);
      }
    } catch (HttpTimeoutException e) {
      throw ServerFailure.later("did not answer within " + silence.toSeconds() + " s (timeout)");
    } catch (ConnectException e) {
      throw ServerFailure.later("cannot be reached; is the server running?");
    } catch (IOException e) {
      throw ServerFailure.later("the connection broke: " + key.hide(reason(e)));
    }
  }

  private ServerFailure refused(HttpResponse<TimedBody> response, TimedBody body) throws InterruptedException {
    JsonNode problem = problem(body);
    String code = problem.path("code").asText("");
    int status = response.statusCode();
    String message = "answered " + status + said(problem);
    boolean spent = SPENT.contains(code) || SPENT.contains(problem.path("type").asText(""));
    return PASSING.contains(status) && !spent
        ? ServerFailure.later(message, Patience.asked(response.headers()))
        : ServerFailure.forGood(message
        + (status >= 300 && status < 400 ? "; redirects are not followed: set url to the final address" : ""));
  }

  private JsonNode problem(TimedBody body) throws InterruptedException {
    try {
      String text = body.rest();
      try {
        return problem(json.readTree(text));
      } catch (JsonProcessingException e) {
        return json.createObjectNode().put("message", text);
      }
    } catch (IOException | ServerFailure e) {
      return json.createObjectNode();
    }
  }

  /** The object that says what is wrong; servers put it in one of several places. */
  static JsonNode problem(JsonNode answer) {
    return answer.path("error").isObject() ? answer.get("error") : answer;
  }

  /** What a server says of a problem, as {@code : its words}, in one line. */
  String said(JsonNode problem) {
    for (String field : new String[] {"message", "error", "detail"}) {
      JsonNode words = problem.path(field);
      String text = words.isTextual() ? words.asText() : words.isMissingNode() || words.isNull() ? ""
          : words.toString();
      String line = key.hide(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
      if (!line.isEmpty()) {
        return ": " + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line);
      }
    }
    return "";
  }

  /** {@code text} as an object. */
  JsonNode object(String text) throws ServerFailure {
    try {
      JsonNode node = json.readTree(text);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      // Worded below.
    }
    throw ServerFailure.later("answered what is no JSON object" + said(json.createObjectNode().put("message", text)));
  }

  private static String reason(IOException e) {
    return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
