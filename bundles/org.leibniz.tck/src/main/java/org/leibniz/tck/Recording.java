package org.leibniz.tck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The code blocks of one published solution and what they gave then.
 *
 * @param id position in the file, from 0
 */
record Recording(int id, List<Block> blocks) {
  /** A block and its recorded result, without colours. */
  record Block(String code, String result) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Recording> read(Path file, int limit) throws IOException {
    List<Recording> recordings = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null && recordings.size() < limit; line = lines.readLine()) {
        recordings.add(new Recording(recordings.size(), blocks(JSON.readTree(line).path("debug_result"))));
      }
    }
    return recordings;
  }

  private static List<Block> blocks(JsonNode messages) {
    List<Block> blocks = new ArrayList<>();
    String code = null;
    for (JsonNode message : messages) {
      String role = message.path("role").asText(message.path("type").asText());
      if (role.equals("code")) {
        code = message.path("content").asText();
      } else if (role.equals("execution") && code != null) {
        blocks.add(new Block(code, uncoloured(message.path("content").asText())));
        code = null;
      }
    }
    return blocks;
  }

  /** The harness removed some colour codes and left others. */
  private static String uncoloured(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "");
  }
}
