package org.leibniz.cli.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.leibniz.api.metric.Slice;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Console.Ink;
import org.leibniz.cli.internal.summary.Labels;
import org.leibniz.cli.internal.summary.NaturalOrder;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.cli.internal.summary.Tally;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.store.RunRow;

/** Several finished runs side by side: a row per run, subjects per dataset, and the matrix of papers' tables. */
record GridReport(Console console) {
  void print(List<RunSummary> runs) {
    overview(runs);
    Map<String, List<RunSummary>> byDataset = new LinkedHashMap<>();
    runs.forEach(run -> byDataset.computeIfAbsent(dataset(run.run()), name -> new ArrayList<>()).add(run));
    byDataset.forEach(this::subjects);
    matrix(runs, List.copyOf(byDataset.keySet()));
  }

  private static String dataset(RunRow run) {
    return run.split().isEmpty() ? run.dataset() : run.dataset() + " " + run.split();
  }

  private void overview(List<RunSummary> runs) {
    OutcomeTable form =
        new OutcomeTable(
            "run", OutcomeTable.occurred(runs.stream().map(RunSummary::all).toList()), List.of(), slice -> Map.of());
    Table table = form.start();
    for (RunSummary run : runs) {
      form.add(table, run.run().id() + "  " + run.run().name(), run.all(), run.accuracy(), Slice.ALL);
    }
    console.line("");
    table.print(console);
    runs.stream()
        .map(run -> RunReport.origin(run.run()).strip())
        .filter(origin -> !origin.isEmpty())
        .distinct()
        .forEach(origin -> console.line(origin.replaceAll("^\\(|\\)$", "")));
    long excluded = runs.stream().mapToLong(run -> run.run().excluded()).sum();
    if (excluded > 0) {
      console.line(Figures.count(excluded) + " problems are excluded over all runs: the models have nothing for them");
    }
    runs.stream()
        .flatMap(run -> run.warning().stream())
        .distinct()
        .forEach(warning -> RunReport.warn(console, warning));
    runs.stream()
        .flatMap(run -> run.run().remarks().stream())
        .distinct()
        .forEach(remark -> console.line("note: " + Printable.oneLine(remark)));
  }

  /** Accuracy per subject with a column per run, where there are several of both. */
  private void subjects(String dataset, List<RunSummary> runs) {
    TreeSet<String> names = new TreeSet<>(NaturalOrder.INSTANCE);
    runs.forEach(run -> run.subjects().forEach(subject -> names.add(subject.name())));
    if (runs.size() < 2 || names.size() < 2 || runs.size() > 8) {
      return;
    }
    List<String> headers = new ArrayList<>(List.of(dataset, ">n"));
    Labels.of(runs.stream().map(RunSummary::run).toList()).forEach(label -> headers.add(">" + Printable.clip(label, 32)));
    Table table = Table.of(headers);
    for (String name : names) {
      table.row(row(name, runs.stream().map(run -> run.subjects().stream().filter(s -> s.name().equals(name)).findFirst()).toList()));
    }
    table.rule().row(row("all", runs.stream().map(run -> Optional.of(run.all())).toList()));
    console.line("");
    table.print(console);
  }

  private static List<String> row(String name, List<Optional<Tally>> tallies) {
    List<String> cells = new ArrayList<>(List.of(name));
    cells.add(Figures.count(tallies.stream().flatMap(Optional::stream).mapToLong(Tally::n).max().orElse(0)));
    tallies.forEach(
        tally -> cells.add(tally.map(t -> Figures.percent((double) t.correct() / t.n())).orElse("–")));
    return cells;
  }

  /** Strategies, or models, or both, by dataset; the best of each column is marked. */
  private void matrix(List<RunSummary> runs, List<String> datasets) {
    boolean strategies = runs.stream().map(run -> run.run().strategy()).distinct().count() > 1;
    boolean models = runs.stream().map(run -> run.run().model()).distinct().count() > 1;
    Map<String, Map<String, Double>> cells = new LinkedHashMap<>();
    for (RunSummary run : runs) {
      String row = rowName(run.run(), strategies, models);
      String cell = dataset(run.run());
      boolean taken = cells.containsKey(row) && cells.get(row).containsKey(cell);
      cells
          .computeIfAbsent(taken ? row + " (" + run.run().id() + ")" : row, r -> new LinkedHashMap<>())
          .put(cell, run.accuracy().value());
    }
    List<String> headers = new ArrayList<>(List.of(strategies ? models ? "model, strategy" : "strategy" : "model"));
    datasets.forEach(dataset -> headers.add(">" + dataset));
    Table table = Table.of(headers);
    cells.forEach((row, values) -> table.row(matrixRow(row, values, datasets, cells)));
    console.line("");
    console.line(console.ink(Ink.BOLD, "accuracy in %, * the best of its column"));
    table.print(console);
  }

  private static String rowName(RunRow run, boolean strategies, boolean models) {
    return strategies ? models ? run.model() + ", " + run.strategy() : run.strategy() : run.model();
  }

  private static List<String> matrixRow(
      String row, Map<String, Double> values, List<String> datasets, Map<String, Map<String, Double>> all) {
    List<String> cells = new ArrayList<>(List.of(row));
    for (String dataset : datasets) {
      double best =
          all.values().stream().mapToDouble(v -> v.getOrDefault(dataset, Double.NaN)).filter(v -> !Double.isNaN(v)).max().orElse(Double.NaN);
      Double value = values.get(dataset);
      cells.add(value == null ? "–" : Figures.decimal(100 * value, 1) + (all.size() > 1 && value == best ? "*" : " "));
    }
    return cells;
  }
}
