package org.leibniz.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;

/**
 * What was published for the runs of a workspace: the file {@code published.yaml} beside {@code workspace.yaml}, described in
 * {@code docs/run-files.md}.
 *
 * @param runs by name of the run, in the order of the file
 * @param absent systems of the same papers whose generations nobody published
 */
public record PublishedCounts(Map<String, Count> runs, List<Absent> absent) {
  public static final String FILE = "published.yaml";

  private static final Set<String> KEYS = Set.of("runs", "sources", "absent");
  private static final Set<String> RUN_KEYS = Set.of("of", "published", "listed", "source");
  private static final Set<String> ABSENT_KEYS = Set.of("system", "why");

  /**
   * The figures for one run.
   *
   * @param of items that the figures speak of
   * @param published per cent as its publisher prints it, empty where nothing is printed
   * @param listed items that the publisher's program counts as correct on the recorded texts
   * @param source where the published figure stands, empty where there is none
   */
  public record Count(long of, OptionalDouble published, long listed, String source) {}

  /** A system of which there is nothing to replay, and why. */
  public record Absent(String system, String why) {}

  /** The figures of a workspace, empty where it has no such file. */
  public static Optional<PublishedCounts> in(Workspace workspace) {
    Path file = workspace.folder().resolve(FILE);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  static PublishedCounts read(Path file) {
    YamlFile yaml = YamlFile.read(file);
    Config root = new Config(yaml.root(), new Config.Origin(file.toAbsolutePath().getParent().toString(), yaml::locate));
    refuseUnknown(root, KEYS);
    Config sources = root.child("sources");
    Map<String, Count> runs = new LinkedHashMap<>();
    Config written = root.child("runs");
    written.values().keySet().forEach(name -> runs.put(name, count(written.child(name), sources)));
    if (runs.isEmpty()) {
      throw root.wrong("runs", "is missing; expected figures by the name of a run");
    }
    List<Absent> absent = new ArrayList<>();
    for (Config one : root.children("absent")) {
      refuseUnknown(one, ABSENT_KEYS);
      absent.add(new Absent(one.require("system"), one.require("why")));
    }
    return new PublishedCounts(java.util.Collections.unmodifiableMap(runs), List.copyOf(absent));
  }

  private static Count count(Config run, Config sources) {
    refuseUnknown(run, RUN_KEYS);
    long of = atLeast(run, "of", 1);
    long listed = atLeast(run, "listed", 0);
    if (listed > of) {
      throw run.wrong("listed", "expected at most the " + of + " items of 'of', found " + listed);
    }
    double published = run.decimal("published", 0);
    if (published < 0 || published > 100) {
      throw run.wrong("published", "expected per cent from 0 to 100, found " + published);
    }
    Optional<String> source = run.text("source");
    if (run.has("published") && source.isEmpty()) {
      throw run.wrong("source", "is missing; name one of the sources: " + String.join(", ", sources.values().keySet()));
    }
    return new Count(
        of,
        run.has("published") ? OptionalDouble.of(published) : OptionalDouble.empty(),
        listed,
        source.map(id -> sources.text(id).orElseThrow(() -> unknownSource(run, id, sources))).orElse(""));
  }

  private static long atLeast(Config run, String key, long least) {
    long value = run.integer(key, -1);
    if (value < least) {
      throw run.wrong(key, run.has(key) ? "expected a count from " + least + ", found " + value : "is missing; expected a count");
    }
    return value;
  }

  private static LeibnizException unknownSource(Config run, String id, Config sources) {
    return run.wrong("source", "no source '" + id + "'; sources has " + String.join(", ", sources.values().keySet()));
  }

  private static void refuseUnknown(Config config, Set<String> known) {
    for (String key : config.values().keySet()) {
      if (!known.contains(key)) {
        throw config.wrong(key, "unknown key" + Suggestion.forWord(key, known) + "; expected "
            + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }
}
