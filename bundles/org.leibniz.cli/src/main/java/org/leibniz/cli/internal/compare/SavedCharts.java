package org.leibniz.cli.internal.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.chart.ChartKind;
import org.leibniz.chart.PublishedFigures;
import org.leibniz.chart.Theme;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.workspace.Workspace;
import org.leibniz.workspace.YamlFile;

/**
 * Draws a workspace's saved charts, {@code charts/*.yaml}: {@code kind}, {@code runs} (names or ids; the name of a grid means
 * all runs of its newest pass), {@code out} (a file, relative to the chart's own), and where wanted {@code title}, {@code
 * theme}, {@code grader} and {@code with} or {@code withAll}.
 */
public record SavedCharts(Context context, RunStore store, Workspace workspace) {
  private static final Set<String> KEYS = Set.of("name", "description", "kind", "runs", "out", "title", "theme", "grader", "with", "withAll");

  /** Draws all; one that cannot be drawn is said on standard error and does not keep the others from it. */
  public void draw(boolean quiet) {
    for (Path file : files()) {
      try {
        Path drawn = draw(file);
        if (quiet) {
          context.console().say("chart: " + drawn);
        } else {
          context.console().line("");
          context.console().line("chart: " + drawn);
        }
      } catch (LeibnizException e) {
        context.console().say("leibniz: " + Printable.oneLine(e.getMessage()));
      }
    }
  }

  private List<Path> files() {
    Path folder = workspace.folder().resolve("charts");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
    } catch (IOException e) {
      throw LeibnizException.badInput(folder, 0, "", "cannot be read: " + e.getMessage());
    }
  }

  private Path draw(Path file) {
    YamlFile yaml = YamlFile.read(file);
    for (String key : yaml.root().keySet()) {
      if (!KEYS.contains(key)) {
        throw LeibnizException.badInput(
            file, yaml.lines().get(key), key, "unknown key; expected one of " + String.join(", ", KEYS.stream().sorted().toList()));
      }
    }
    Config config = new Config(yaml.root(), new Config.Origin(file.getParent().toString(), yaml::locate));
    Path out = config.path("out").orElseThrow(() -> config.wrong("out", "is missing; expected a file that ends in .svg, .png or .pdf"));
    List<RunRow> runs = new ArrayList<>();
    config.texts("runs").forEach(name -> runs.addAll(find(config, name)));
    if (runs.isEmpty()) {
      throw config.wrong("runs", "is missing; expected a list of names of runs");
    }
    RunChart.Request request =
        new RunChart.Request(
            known(config, "kind", () -> ChartKind.of(config.require("kind"))),
            runs.stream().distinct().toList(),
            config.text("title", ""),
            known(config, "theme", () -> Theme.of(config.text("theme", "light"))),
            published(config).map(PublishedFigures::read),
            config.has("withAll"));
    new RunChart(context, store, config.text("grader")).chart(request).write(out);
    return out;
  }

  private static Optional<Path> published(Config config) {
    if (config.has("with") && config.has("withAll")) {
      throw config.wrong("withAll", "give either with or withAll, not both");
    }
    return config.path(config.has("withAll") ? "withAll" : "with");
  }

  private static <T> T known(Config config, String key, java.util.function.Supplier<T> value) {
    try {
      return value.get();
    } catch (LeibnizException e) {
      throw config.has(key) ? config.wrong(key, e.getMessage()) : e;
    }
  }

  /** The newest run of each name within a grid, in the order they ran; else the run that is meant. */
  private List<RunRow> find(Config config, String name) {
    List<RunRow> grid = new ArrayList<>();
    Set<String> seen = new java.util.HashSet<>();
    for (RunRow run : store.runs()) {
      if (run.experiment().equals(name) && seen.add(run.name())) {
        grid.addFirst(run);
      }
    }
    if (!grid.isEmpty()) {
      return grid;
    }
    try {
      return Optional.of(store.find(name)).stream().toList();
    } catch (LeibnizException e) {
      throw config.wrong("runs", e.getMessage());
    }
  }
}
