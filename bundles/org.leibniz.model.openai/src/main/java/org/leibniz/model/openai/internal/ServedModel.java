package org.leibniz.model.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;

/**
 * The model that is asked for.
 *
 * @param id its name at the server
 * @param context tokens of a prompt and its reply together, where the server says so
 */
record ServedModel(String id, Optional<String> context) {
  private static final int SHOWN = 8;

  /**
   * Asks the server for its list of models, by which a wrong address, a refused key and a misspelt name are found
   * before a run
   * starts. A server that has no such list is taken at the user's word.
   */
  static ServedModel find(Config config, Endpoint endpoint, Server server) {
    Optional<String> named = config.text("model");
    List<JsonNode> listed;
    try {
      listed = server.call(connection -> list(connection, endpoint));
    } catch (LeibnizException e) {
      throw config.wrong("url", e.getMessage());
    }
    if (named.isEmpty()) {
      if (listed.size() == 1) {
        return of(listed.getFirst());
      }
      throw config.wrong("model", "is missing"
          + (listed.isEmpty() ? "; the server has no list of models" : "; the server has " + names(listed)));
    }
    Optional<ServedModel> found = listed.stream().map(ServedModel::of).filter(model -> model.id.equals(named.get()))
        .findFirst();
    if (found.isEmpty() && !listed.isEmpty() && !config.flag("unlisted", false)) {
      throw config.wrong("model", "the server has no '" + named.get() + "', but " + names(listed)
          + " (unlisted: true sends it all the same)");
    }
    return found.orElse(new ServedModel(named.get(), Optional.empty()));
  }

  private static List<JsonNode> list(Connection connection, Endpoint endpoint) throws ServerFailure,
      InterruptedException {
    JsonNode answer;
    try {
      answer = connection.get(endpoint.models(), body -> connection.object(body.rest()));
    } catch (ServerFailure e) {
      if (e.cure() == ServerFailure.Cure.NONE && e.getMessage().matches("answered (404|405|501).*")) {
        return List.of();
      }
      throw e;
    }
    List<JsonNode> models = new ArrayList<>();
    StreamSupport.stream(answer.path("data").spliterator(), false).filter(model -> model.path("id").isTextual())
        .forEach(models::add);
    return models;
  }

  private static ServedModel of(JsonNode model) {
    // vLLM and SGLang; llama-server.
    JsonNode length = model.has("max_model_len") ? model.get("max_model_len") : model.path("meta").path("n_ctx");
    return new ServedModel(model.get("id").asText(), length.isInt() ? Optional.of(length.asText()) : Optional.empty());
  }

  private static String names(List<JsonNode> models) {
    String names = models.stream().limit(SHOWN).map(model -> model.get("id").asText())
        .collect(Collectors.joining(", "));
    return names + (models.size() > SHOWN ? " and " + (models.size() - SHOWN) + " more" : "");
  }
}
