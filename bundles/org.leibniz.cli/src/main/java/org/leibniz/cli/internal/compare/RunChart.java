package org.leibniz.cli.internal.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leibniz.api.LeibnizException;
import org.leibniz.chart.Chart;
import org.leibniz.chart.ChartKind;
import org.leibniz.chart.ChartSpec;
import org.leibniz.chart.Charts;
import org.leibniz.chart.Difference;
import org.leibniz.chart.PublishedFigures;
import org.leibniz.chart.Series;
import org.leibniz.chart.Theme;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.run.RunReport;
import org.leibniz.cli.internal.summary.Labels;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.stats.ManyComparisons;
import org.leibniz.stats.SubjectComparison.Correction;
import org.leibniz.store.Grading;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;

/** Makes a chart of stored runs. */
record RunChart(Context context, RunStore store, Optional<String> grader) {
  /**
   * What to draw.
   *
   * @param title empty for one made from the runs
   * @param allPublished whether published figures of categories that the runs do not have are drawn too
   */
  record Request(
      ChartKind kind,
      List<RunRow> runs,
      String title,
      Theme theme,
      Optional<PublishedFigures> published,
      boolean allPublished) {}

  Chart chart(Request request) {
    ChartSpec spec =
        new ChartSpec(
            request.kind(), title(request), subtitle(request), request.theme(), 0, 0, footnotes(request));
    return switch (request.kind()) {
      case SUBJECTS, HEATMAP -> shares(spec, request, new RunSeries(summaries(request.runs())).subjects());
      case LEVELS -> shares(spec, request, new RunSeries(summaries(request.runs())).levels());
      case COMPARE -> compare(spec, request);
      case FOREST -> forest(spec, request);
    };
  }

  private List<RunSummary> summaries(List<RunRow> runs) {
    return runs.stream().map(run -> grader.isEmpty() ? summary(run) : new RunReport(context, store).measured(run, grading(run))).toList();
  }

  /** Repeated samples need the metrics, which give their interval; others are cheap. */
  private RunSummary summary(RunRow run) {
    return run.samplesPerProblem() > 1 ? new RunReport(context, store).measured(run) : RunSummary.read(store, run);
  }

  private Grading grading(RunRow run) {
    return org.leibniz.cli.internal.runs.Gradings.find(store, run, grader.orElseThrow());
  }

  private static Chart shares(ChartSpec spec, Request request, List<Series> ours) {
    List<Series> all = new ArrayList<>(ours);
    if (request.published().isPresent()) {
      Set<String> categories = new LinkedHashSet<>();
      ours.forEach(series -> series.bars().forEach(bar -> categories.add(bar.category())));
      PublishedFigures published = request.published().get();
      all.addAll(request.allPublished() ? published.series() : published.of(categories));
    }
    return Charts.shares(spec, all);
  }

  private Chart compare(ChartSpec spec, Request request) {
    if (request.runs().size() != 2) {
      throw LeibnizException.usage("a chart of kind compare needs two runs; kind forest takes more");
    }
    refusePublished(request);
    Comparison comparison = comparisons(request).getFirst();
    List<Difference> rows = new ArrayList<>();
    if (comparison.subjects().size() > 1) {
      comparison.subjects().forEach(subject -> rows.add(Difference.of(subject)));
    }
    rows.add(Difference.overall("all", comparison.all()));
    List<String> labels = Labels.of(request.runs());
    return Charts.differences(spec, labels.get(0), labels.get(1), rows);
  }

  private Chart forest(ChartSpec spec, Request request) {
    if (request.runs().size() < 2) {
      throw LeibnizException.usage("a chart of kind forest needs two runs or more: the first is compared with each other");
    }
    refusePublished(request);
    List<Comparison> comparisons = comparisons(request);
    double[] adjusted = ManyComparisons.holm(comparisons.stream().mapToDouble(one -> one.all().testP()).toArray());
    List<String> labels = Labels.of(request.runs());
    List<Difference> rows = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      var one = comparisons.get(i).all();
      rows.add(Difference.of(labels.get(i + 1), one, adjusted[i], one.verdict(), false));
    }
    return Charts.differences(spec, labels.getFirst(), "the other runs", rows);
  }

  private List<Comparison> comparisons(Request request) {
    GradedRun a = GradedRun.read(store, request.runs().getFirst(), grader);
    return request.runs().stream().skip(1).map(run -> Comparison.of(a, GradedRun.read(store, run, grader), Correction.HOLM)).toList();
  }

  private static void refusePublished(Request request) {
    if (request.published().isPresent()) {
      throw LeibnizException.usage("published figures cannot be paired by problem; --with goes with subjects, levels and heatmap");
    }
  }

  private static String title(Request request) {
    if (!request.title().isEmpty()) {
      return request.title();
    }
    String datasets = request.runs().stream().map(RunRow::dataset).distinct().collect(Collectors.joining(", "));
    return switch (request.kind()) {
      case SUBJECTS, HEATMAP -> "Accuracy on " + datasets + " by subject";
      case LEVELS -> "Accuracy on " + datasets + " by level";
      case COMPARE, FOREST -> "Paired difference in accuracy on " + datasets;
    };
  }

  private static String subtitle(Request request) {
    List<RunRow> runs = request.runs();
    String models = runs.stream().map(RunRow::model).distinct().limit(3).collect(Collectors.joining(", "));
    String strategies = runs.stream().map(RunRow::strategy).distinct().limit(5).collect(Collectors.joining(", "));
    return models + "; " + strategies;
  }

  private List<String> footnotes(Request request) {
    List<String> notes = new ArrayList<>();
    request.runs().stream()
        .map(run -> RunReport.origin(run).strip().replaceAll("^\\(|\\)$", ""))
        .filter(origin -> !origin.isEmpty())
        .distinct()
        .forEach(notes::add);
    request.runs().stream()
        .map(run -> grader.isEmpty() ? RunSummary.firstGrading(store, run) : grading(run))
        .flatMap(grading -> RunSummary.warning(grading).stream())
        .distinct()
        .forEach(notes::add);
    int excluded = request.runs().stream().mapToInt(RunRow::excluded).sum();
    if (excluded > 0) {
      notes.add(excluded + " problems are excluded: the model has nothing for them");
    }
    request.published().ifPresent(published -> notes.add(published.footnote()));
    return notes;
  }
}
