package org.leibniz.checkpoint.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.leibniz.api.LeibnizException;

/** Reads JSON of untrusted files, of bounded size and depth. */
public final class JsonFile {
  private static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final long MOST_BYTES = 256L << 20;

  private JsonFile() {}

  /** The object in {@code file}; {@code BAD_INPUT} where it is missing, too large, or no JSON object. */
  public static JsonNode object(Path file) {
    try {
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw LeibnizException.badInput(file, 0, "", "has " + size + " bytes; expected a JSON file of at most " + MOST_BYTES);
      }
      return object(file, "", Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw LeibnizException.badInput(file, 0, "", "is missing");
    } catch (IOException e) {
      throw LeibnizException.badInput(file, 0, "", "cannot be read: " + e.getMessage());
    }
  }

  /** The object in {@code bytes}, a part of {@code file} that {@code part} names. */
  public static JsonNode object(Path file, String part, byte[] bytes) {
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (!node.isObject()) {
        throw LeibnizException.badInput(file, 0, part, "expected a JSON object");
      }
      return node;
    } catch (JsonProcessingException e) {
      int line = part.isEmpty() && e.getLocation() != null ? e.getLocation().getLineNr() : 0;
      String problem = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw LeibnizException.badInput(file, line, part, "is no whole JSON: " + problem);
    } catch (IOException e) {
      throw LeibnizException.badInput(file, 0, part, "cannot be read: " + e.getMessage());
    }
  }
}
