package org.leibniz.model.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.leibniz.api.Config;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Sampling;

/**
 * Writes requests. Fields that not every server knows are sent only where they say something.
 *
 * @param lengthField {@code max_tokens}, or {@code max_completion_tokens} for servers that want that
 * @param omit fields a server refuses
 * @param extra fields of a server's own, which win over all others
 */
record RequestBody(
    Endpoint endpoint, String model, Transport transport, String lengthField, Set<String> omit, Map<String,
        Object> extra) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Hosted servers refuse more; the others are found in the reply. */
  private static final int MOST_STOPS = 4;

  /** How a reply comes. */
  enum Transport {
    STREAM,
    WHOLE
  }

  static RequestBody from(Config config, Endpoint endpoint, String model) {
    return new RequestBody(
        endpoint,
        model,
        config.flag("stream", true) ? Transport.STREAM : Transport.WHOLE,
        config.text("lengthField", "max_tokens"),
        Set.copyOf(config.texts("omit")),
        config.child("extra").values());
  }

  JsonNode generation(GenerationRequest request) {
    Decoding decoding = request.decoding();
    Sampling sampling = decoding.sampling();
    ObjectNode body = prompt(request.prompt());
    body.put(lengthField, decoding.maxTokens());
    body.put("temperature", sampling.temperature());
    body.put("seed", positive(request.seed()));
    if (sampling.topP() < 1) {
      body.put("top_p", sampling.topP());
    }
    if (sampling.topK() > 0) {
      body.put("top_k", sampling.topK());
    }
    if (sampling.minP() > 0) {
      body.put("min_p", sampling.minP());
    }
    if (sampling.repetitionPenalty() != 1) {
      body.put("repetition_penalty", sampling.repetitionPenalty()).put("repeat_penalty", sampling.repetitionPenalty());
    }
    if (decoding.maxPromptTokens() > 0) {
      body.put("truncate_prompt_tokens", decoding.maxPromptTokens());
    }
    // A server leaves the string it stopped at out, and most do not say which it was.
    if (!decoding.stops().included() && !decoding.stops().strings().isEmpty()) {
      decoding.stops().strings().stream().limit(MOST_STOPS).forEach(body.putArray("stop")::add);
    }
    if (transport == Transport.STREAM) {
      body.put("stream", true).putObject("stream_options").put("include_usage", true);
    }
    return finished(body);
  }

  /**
   * Asks for the log-probabilities of {@code text} itself. One token is generated, since not every server accepts
   * none.
   */
  JsonNode scoring(String text) {
    ObjectNode body = JSON.createObjectNode().put("model", model).put("prompt", text);
    return finished(body.put(lengthField, 1).put("temperature", 0.0).put("echo", true).put("logprobs", 1));
  }

  private ObjectNode prompt(Prompt prompt) {
    ObjectNode body = JSON.createObjectNode().put("model", model);
    switch (endpoint.form()) {
      case CHAT -> {
        var messages = body.putArray("messages");
        Messages.turns(prompt).forEach(turn -> messages.addObject().put("role", turn.role())
            .put("content", turn.text()));
      }
      case COMPLETIONS -> body.put("prompt", Messages.text(prompt));
    }
    return body;
  }

  private ObjectNode finished(ObjectNode body) {
    body.remove(omit);
    extra.forEach((name, value) -> body.set(name, JSON.valueToTree(value)));
    return body;
  }

  /** Some servers take 31 bits. */
  private static int positive(long seed) {
    return (int) ((seed ^ seed >>> 31) & Integer.MAX_VALUE);
  }
}
