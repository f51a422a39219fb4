package org.leibniz.benchmark.executors;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Published programs. */
final class Programs {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FENCED = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

  private Programs() {}

  /** The first program of each of ToRA-70B's published solutions of GSM8K. */
  static List<String> tora(Path corpora) throws IOException {
    List<String> programs = new ArrayList<>();
    for (JsonNode solution : lines(corpora.resolve("published/tora/tora-70b-v1.0/GSM8K.jsonl.gz"))) {
      Matcher fenced = FENCED.matcher(solution.path("code").path(0).asText());
      if (fenced.find()) {
        programs.add(fenced.group(1));
      }
    }
    return programs;
  }

  /** The blocks of each of MathCoder-L-70B's published solutions of GSM8K. */
  static List<List<String>> mathCoder(Path corpora) throws IOException {
    List<List<String>> sessions = new ArrayList<>();
    for (JsonNode solution : lines(corpora.resolve("published/mathcoder/MathCoder-L-70b/GSM8K@20230919-0018.jsonl.gz"))) {
      List<String> blocks = new ArrayList<>();
      for (JsonNode message : solution.path("debug_result")) {
        if (message.path("role").asText(message.path("type").asText()).equals("code")) {
          blocks.add(message.path("content").asText());
        }
      }
      sessions.add(blocks);
    }
    return sessions;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> read = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        read.add(JSON.readTree(line));
      }
    }
    return read;
  }
}
