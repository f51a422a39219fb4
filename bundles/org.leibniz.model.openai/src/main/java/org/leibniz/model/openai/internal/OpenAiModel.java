package org.leibniz.model.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.TokenScores;

/** A model behind a server. Batching is the server's; here calls wait for their turn. */
final class OpenAiModel implements Model {
  private static final System.Logger LOG = System.getLogger(OpenAiModel.class.getName());
  private static final String DATA = "data:";
  private static final String DONE = "[DONE]";

  private final ModelInfo info;
  private final Endpoint endpoint;
  private final RequestBody requests;
  private final Server server;
  private final Ledger ledger;

  OpenAiModel(ModelInfo info, Endpoint endpoint, RequestBody requests, Server server, Ledger ledger) {
    this.info = info;
    this.endpoint = endpoint;
    this.requests = requests;
    this.server = server;
    this.ledger = ledger;
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public Generation generate(GenerationRequest request) {
    JsonNode body = requests.generation(request);
    // A field set or left out by hand decides how the reply comes.
    boolean streams = body.path("stream").asBoolean(false);
    Generation generation =
        server.call(
            connection ->
                connection.post(
                    endpoint.generation(),
                    body,
                    answer -> streams ? stream(connection, answer, request.decoding())
                        : whole(connection, answer.rest(), request.decoding())));
    ledger.add(generation.usage());
    checkCut(request.decoding(), generation);
    return generation;
  }

  private static Generation whole(Connection connection, String text, Decoding decoding) throws ServerFailure {
    JsonNode answer = connection.object(text);
    if (!answer.path("choices").path(0).isObject()) {
      throw ServerFailure.later("answered JSON without choices" + connection.said(Connection.problem(answer)));
    }
    ReplyText reply = new ReplyText(decoding);
    reply.take(answer);
    return reply.generation();
  }

  private static Generation stream(Connection connection, TimedBody body, Decoding decoding)
      throws IOException, ServerFailure, InterruptedException {
    ReplyText reply = new ReplyText(decoding);
    for (Optional<String> line = body.line(); line.isPresent(); line = body.line()) {
      if (!line.get().startsWith(DATA)) {
        // Comments and names of events; a server that answers without streaming is read as it answers.
        if (line.get().startsWith("{")) {
          return whole(connection, line.get() + "\n" + body.rest(), decoding);
        }
        continue;
      }
      String data = line.get().substring(DATA.length()).strip();
      if (data.equals(DONE)) {
        return reply.generation();
      }
      JsonNode event = connection.object(data);
      if (event.hasNonNull("error")) {
        throw ServerFailure.later("broke off its reply" + connection.said(Connection.problem(event)));
      }
      if (reply.take(event) == ReplyText.Next.ENOUGH) {
        return reply.generation();
      }
    }
    if (!reply.isEnded()) {
      throw ServerFailure.later("ended its reply in the middle");
    }
    return reply.generation();
  }

  /** A protocol that cuts prompts must not run with whole ones unnoticed. */
  private static void checkCut(Decoding decoding, Generation generation) {
    int most = decoding.maxPromptTokens();
    if (most > 0 && generation.usage().promptTokens() > most) {
      throw failed(
          "the prompt had " + generation.usage().promptTokens()
              + " tokens, and the server did not cut it to the last " + most
              + "; set maxPromptTokens: 0 to send whole prompts");
    }
  }

  @Override
  public TokenScores score(Prompt prompt, String text) {
    if (endpoint.form() != Endpoint.Form.COMPLETIONS) {
      throw failed("a chat endpoint does not score given text; set endpoint: completions");
    }
    String before = Messages.text(prompt);
    String all = Messages.text(prompt.plus(new Part.Text(text)));
    JsonNode body = requests.scoring(all);
    return server.call(
        connection ->
            connection.post(
                endpoint.generation(),
                body,
                answer -> new EchoedScores(before.length(), all.length()).read(connection.object(answer.rest()))));
  }

  private static LeibnizException failed(String message) {
    return new LeibnizException(ErrorCode.MODEL_FAILED, message);
  }

  @Override
  public void close() {
    server.close();
    if (!ledger.isEmpty()) {
      LOG.log(System.Logger.Level.INFO, info.name() + ": " + ledger.summary());
    }
  }
}
