package org.leibniz.model.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.model.TokenScores;
import org.leibniz.api.model.TokenScores.TokenScore;

/**
 * Reads the log-probabilities that a completions endpoint echoes for a text it was given. Servers name no ids: they
 * are -1.
 *
 * @param from length of the text before the one that is scored, in characters; a token that reaches over it counts
 * @param to length of the whole; what follows was generated
 */
record EchoedScores(int from, int to) {
  TokenScores read(JsonNode answer) throws ServerFailure {
    JsonNode given = answer.path("choices").path(0).path("logprobs");
    JsonNode tokens = given.path("tokens");
    JsonNode logarithms = given.path("token_logprobs");
    if (!tokens.isArray() || tokens.size() != logarithms.size() || tokens.isEmpty()) {
      throw ServerFailure.forGood(
          "gives no log-probabilities of a text (echo with logprobs); scoring needs a server that does");
    }
    List<TokenScore> scores = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < tokens.size() && end < to; i++) {
      String text = tokens.get(i).asText();
      end = given.path("text_offset").path(i + 1).asInt(end + text.length());
      // The very first token has nothing before it.
      if (end > from && logarithms.get(i).isNumber()) {
        scores.add(new TokenScore(-1, text, logarithms.get(i).asDouble()));
      }
    }
    return new TokenScores(scores);
  }
}
