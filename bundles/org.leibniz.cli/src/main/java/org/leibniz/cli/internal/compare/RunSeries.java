package org.leibniz.cli.internal.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.leibniz.api.LeibnizException;
import org.leibniz.chart.Bar;
import org.leibniz.chart.Series;
import org.leibniz.cli.internal.summary.Accuracy;
import org.leibniz.cli.internal.summary.Labels;
import org.leibniz.cli.internal.summary.NaturalOrder;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.cli.internal.summary.Tally;
import org.leibniz.store.RunRow;

/**
 * The bars of runs. Runs over one dataset have a bar per subject or level and one for {@code all}; runs over several datasets
 * have a bar per dataset, and those that differ in nothing but the dataset are one series.
 */
record RunSeries(List<RunSummary> runs) {
  List<Series> subjects() {
    if (runs.stream().map(run -> run.run().dataset()).distinct().count() > 1) {
      return datasets();
    }
    TreeSet<String> subjects = new TreeSet<>(NaturalOrder.INSTANCE);
    runs.forEach(run -> run.subjects().forEach(subject -> subjects.add(subject.name())));
    boolean single = subjects.size() < 2;
    return series(
        run -> {
          List<Bar> bars = new ArrayList<>();
          for (String subject : single ? Set.<String>of() : subjects) {
            run.subjects().stream()
                .filter(tally -> tally.name().equals(subject))
                .forEach(tally -> bars.add(bar(subject, tally, run.ofSubject(tally), run)));
          }
          bars.add(bar(single ? run.run().dataset() : "all", run.all(), run.accuracy(), run));
          return bars;
        });
  }

  List<Series> levels() {
    if (runs.stream().allMatch(run -> run.levels().isEmpty())) {
      throw LeibnizException.usage("the problems of " + runs.getFirst().run().dataset() + " have no levels; try --kind subjects");
    }
    return series(
        run -> {
          List<Bar> bars = new ArrayList<>();
          run.levels().forEach(level -> bars.add(bar(level.name(), level, run.ofLevel(level), run)));
          bars.add(bar("all", run.all(), run.accuracy(), run));
          return bars;
        });
  }

  private List<Series> series(java.util.function.Function<RunSummary, List<Bar>> bars) {
    RunRow first = runs.getFirst().run();
    // What tells runs apart says too little of one alone, above all beside published figures.
    List<String> labels =
        runs.size() == 1
            ? List.of(first.model() + ", " + first.strategy())
            : Labels.of(runs.stream().map(RunSummary::run).toList());
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      series.add(new Series(labels.get(i), false, bars.apply(runs.get(i))));
    }
    return series;
  }

  private List<Series> datasets() {
    boolean strategies = runs.stream().map(run -> run.run().strategy()).distinct().count() > 1;
    boolean models = runs.stream().map(run -> run.run().model()).distinct().count() > 1;
    Map<String, List<Bar>> bars = new LinkedHashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    for (RunSummary run : runs) {
      RunRow row = run.run();
      String name = strategies ? models ? row.model() + ", " + row.strategy() : row.strategy() : row.model();
      String label = seen.add(name + "/" + row.dataset()) ? name : name + " (" + row.id() + ")";
      bars.computeIfAbsent(label, unused -> new ArrayList<>()).add(bar(row.dataset(), run.all(), run.accuracy(), run));
    }
    return bars.entrySet().stream().map(entry -> new Series(entry.getKey(), false, entry.getValue())).toList();
  }

  /** A bar's n counts problems, however many samples each has. */
  private static Bar bar(String category, Tally tally, Accuracy accuracy, RunSummary run) {
    long problems = tally.n() / run.run().samplesPerProblem();
    return new Bar(category, accuracy.value(), accuracy.low(), accuracy.high(), problems);
  }
}
