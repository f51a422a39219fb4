package org.leibniz.cli.internal.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leibniz.api.LeibnizException;
import org.leibniz.chart.ChartFormat;
import org.leibniz.chart.ChartKind;
import org.leibniz.chart.PublishedFigures;
import org.leibniz.chart.Theme;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a chart of runs. */
@Command(
    name = "chart",
    description = {
      "Draws a chart of runs as SVG, PNG or PDF, told by the file's extension.",
      "",
      "subjects, levels: accuracy with 95 percent intervals, runs side by side; runs over several datasets are shown by dataset."
          + " heatmap: the same as coloured cells. compare: two runs, paired difference per subject. forest: the first run"
          + " against each other. --with draws published figures beside ours, marked \"published, not run here\"."
    },
    footer = {
      "leibniz chart @last --kind subjects --out subjects.svg",
      "leibniz chart 3f2a 77ab --kind compare --theme dark --out compare.png",
      "leibniz chart 3f2a 77ab --kind levels --with published.json --out levels.pdf"
    })
public final class ChartCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Ids, unique prefixes, names or @last.")
  List<String> runs = List.of();

  @Option(names = "--kind", required = true, paramLabel = "KIND", description = "subjects, levels, heatmap, compare or forest.")
  String kind;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Ends in .svg, .png or .pdf.")
  String out;

  @Option(names = "--with", paramLabel = "PUBLISHED.json", description = "Published figures: {source, series: [{name, values}]}.")
  Optional<String> with = Optional.empty();

  @Option(
      names = "--with-all",
      paramLabel = "PUBLISHED.json",
      description = "Like --with, and also figures of subjects, levels or datasets that the runs do not have.")
  Optional<String> withAll = Optional.empty();

  @Option(names = "--theme", paramLabel = "THEME", defaultValue = "light", description = "light or dark.")
  String theme;

  @Option(names = "--title", paramLabel = "TEXT", defaultValue = "", description = "Title in place of one made from the runs.")
  String title;

  @Option(names = "--grader", paramLabel = "ID", description = "Outcomes under this grading instead of each run's first.")
  Optional<String> grader = Optional.empty();

  @Option(names = "--workspace", paramLabel = "DIR", description = "The workspace.")
  Optional<String> workspace = Optional.empty();

  private final Context context;

  public ChartCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ChartKind wanted = ChartKind.of(kind);
    Theme colours = Theme.of(theme);
    Path file = context.path(out);
    ChartFormat.of(file);
    if (with.isPresent() && withAll.isPresent()) {
      throw LeibnizException.usage("give either --with or --with-all, not both");
    }
    Optional<PublishedFigures> published =
        with.or(() -> withAll).map(path -> PublishedFigures.read(context.path(path)));
    try (RunStore store = context.workspaces().store(workspace)) {
      List<RunRow> found = runs.stream().map(store::find).toList();
      if (found.stream().map(RunRow::key).distinct().count() < found.size()) {
        throw LeibnizException.usage("a run is named twice: " + String.join(", ", runs));
      }
      new RunChart(context, store, grader)
          .chart(new RunChart.Request(wanted, found, title, colours, published, withAll.isPresent()))
          .write(file);
      context.console().line(file.toString());
    }
    return ExitStatus.DONE;
  }
}
