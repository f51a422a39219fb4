package org.leibniz.cli.internal.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.LeibnizException;

/** One line to judge. */
record Pair(JsonNode id, String reference, String prediction) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long MAX_BYTES = 1L << 30;

  /** Reads all lines, or refuses the file; empty lines are skipped. */
  static List<Pair> read(Path file, String shown) {
    Path named = Path.of(shown);
    List<Pair> pairs = new ArrayList<>();
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw LeibnizException.badInput(named, 0, "", "is larger than 1 GiB; split it");
      }
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
          if (!line.isBlank()) {
            pairs.add(parse(named, number, line));
          }
        }
      }
    } catch (NoSuchFileException e) {
      throw LeibnizException.badInput(named, 0, "", "no such file");
    } catch (CharacterCodingException e) {
      throw LeibnizException.badInput(named, 0, "", "is not valid UTF-8");
    } catch (IOException | UncheckedIOException e) {
      throw LeibnizException.badInput(named, 0, "", "cannot be read: " + e.getMessage());
    }
    if (pairs.isEmpty()) {
      throw LeibnizException.badInput(named, 0, "", "has no lines; expected {\"id\", \"reference\", \"prediction\"} per line");
    }
    return pairs;
  }

  private static Pair parse(Path file, int line, String text) {
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw LeibnizException.badInput(file, line, "", "not valid JSON: " + e.getOriginalMessage());
    }
    if (!node.isObject()) {
      throw LeibnizException.badInput(file, line, "", "expected an object with id, reference and prediction");
    }
    JsonNode id = node.path("id");
    if (!id.isTextual() && !id.isNumber()) {
      throw LeibnizException.badInput(file, line, "id", "expected a text or a number");
    }
    return new Pair(id, field(file, line, node, "reference"), field(file, line, node, "prediction"));
  }

  private static String field(Path file, int line, JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isTextual() && !value.isNumber()) {
      throw LeibnizException.badInput(file, line, name, value.isMissingNode() ? "is missing" : "expected a text");
    }
    return value.asText();
  }
}
