package org.leibniz.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A paper's protocol in one word: prompt, limits, timeouts and graders, each of which a run file can override. */
public final class Presets {
  /** The presets there are. */
  public static final List<String> IDS = List.of("mathcoder", "mammoth", "mammoth-v1", "wizardmath", "tora", "pot", "abel", "zero-shot-cot");

  private static final String TIMEOUT = "timeout";

  /** Executors whose limit of time means the same. */
  private static final List<String> LIMITED_ALIKE = List.of("graalpy", "cpython");

  private Presets() {}

  /** The preset's own tree; the caller has checked that it is one of {@link #IDS}. */
  static Map<String, Object> read(String id) {
    String resource = "presets/" + id + ".yaml";
    try (InputStream in = Presets.class.getResourceAsStream(resource)) {
      return YamlFile.parse(Path.of(resource), new String(in.readAllBytes(), StandardCharsets.UTF_8)).root();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The preset's tree under {@code root}: what the run file says wins, key by key within a plugin's settings. A plugin with
   * another id replaces the preset's plugin completely; only between the executors that come with Leibniz the limit of time
   * stays, which is the protocol's, whichever runs the programs.
   */
  static Map<String, Object> merge(Map<String, Object> preset, Map<String, Object> root) {
    Map<String, Object> merged = new LinkedHashMap<>(preset);
    root.forEach((key, value) -> merged.merge(key, value, Presets::override));
    return merged;
  }

  private static Object override(Object below, Object above) {
    if (!(below instanceof Map<?, ?> lower) || !(above instanceof Map<?, ?> upper)) {
      return above;
    }
    boolean other = upper.containsKey("id") && lower.containsKey("id") && !upper.get("id").equals(lower.get("id"));
    Map<Object, Object> merged = new LinkedHashMap<>(lower);
    if (other) {
      boolean sameLimits = LIMITED_ALIKE.contains(lower.get("id")) && LIMITED_ALIKE.contains(upper.get("id"));
      merged.keySet().retainAll(sameLimits ? List.of(TIMEOUT) : List.of());
    }
    upper.forEach((key, value) -> merged.merge(key, value, Presets::override));
    return merged;
  }
}
