package org.leibniz.store.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stops;

/** Small values that are stored as JSON, so that they can be read in free queries. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static String ofTexts(Iterable<String> texts) {
    ArrayNode array = MAPPER.createArrayNode();
    texts.forEach(array::add);
    return array.toString();
  }

  static List<String> texts(String json) {
    List<String> texts = new ArrayList<>();
    read(json).forEach(text -> texts.add(text.textValue()));
    return List.copyOf(texts);
  }

  /** Null where there are none. */
  static String ofChoices(List<Choice> choices) {
    if (choices.isEmpty()) {
      return null;
    }
    ArrayNode array = MAPPER.createArrayNode();
    choices.forEach(choice -> array.addObject().put("label", choice.label()).put("text", choice.text()));
    return array.toString();
  }

  static List<Choice> choices(String json) {
    List<Choice> choices = new ArrayList<>();
    if (json != null) {
      read(json).forEach(choice -> choices.add(new Choice(choice.path("label").textValue(), choice.path("text").textValue())));
    }
    return List.copyOf(choices);
  }

  /** Sorted keys; null where there are none. */
  static String ofAttributes(Map<String, String> attributes) {
    if (attributes.isEmpty()) {
      return null;
    }
    ObjectNode object = MAPPER.createObjectNode();
    new TreeMap<>(attributes).forEach(object::put);
    return object.toString();
  }

  static Map<String, String> attributes(String json) {
    Map<String, String> attributes = new TreeMap<>();
    if (json != null) {
      read(json).properties().forEach(field -> attributes.put(field.getKey(), field.getValue().textValue()));
    }
    return attributes;
  }

  static String ofDecoding(Decoding decoding) {
    ObjectNode object = MAPPER.createObjectNode();
    Sampling sampling = decoding.sampling();
    object.put("temperature", sampling.temperature()).put("topK", sampling.topK()).put("topP", sampling.topP());
    object.put("minP", sampling.minP()).put("repetitionPenalty", sampling.repetitionPenalty());
    object.put("maxTokens", decoding.maxTokens()).put("maxPromptTokens", decoding.maxPromptTokens());
    ArrayNode stops = object.putArray("stops");
    decoding.stops().strings().forEach(stops::add);
    object.put("stopIncluded", decoding.stops().included());
    return object.toString();
  }

  static Decoding decoding(String json) {
    JsonNode object = read(json);
    List<String> stops = new ArrayList<>();
    object.path("stops").forEach(stop -> stops.add(stop.textValue()));
    return new Decoding(
        new Sampling(
            object.path("temperature").doubleValue(),
            object.path("topK").intValue(),
            object.path("topP").doubleValue(),
            object.path("minP").doubleValue(),
            object.path("repetitionPenalty").doubleValue()),
        new Stops(stops, object.path("stopIncluded").booleanValue()),
        object.path("maxTokens").intValue(),
        object.path("maxPromptTokens").intValue());
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
