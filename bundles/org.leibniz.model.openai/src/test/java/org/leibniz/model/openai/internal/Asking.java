package org.leibniz.model.openai.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.api.CallId;
import org.leibniz.api.Config;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stops;

/** Models and requests for tests. */
final class Asking {
  private Asking() {}

  /** The server's model, with {@code more} settings; waits after failures are around 20 ms. */
  static Model open(Loopback server, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(Map.of("url", server.url(), "timeout", "1s"));
    values.putAll(more);
    return new OpenAiBackend(Map.of("MY_KEY", "sk-very-secret-1234")::get, Duration.ofMillis(20))
        .open(Config.of(values));
  }

  static GenerationRequest request(String text, String... stops) {
    return request(Prompt.of(text), new Stops(List.of(stops), false));
  }

  static GenerationRequest request(Prompt prompt, Stops stops) {
    return new GenerationRequest(new CallId("p", 0, "", 0), prompt, new Decoding(Sampling.GREEDY, stops, 64), 42);
  }
}
