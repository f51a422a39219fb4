package org.leibniz.cli.internal.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.Console;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.ExitStatus;
import org.leibniz.cli.internal.ReadOptions;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Table;
import org.leibniz.stats.ManyComparisons;
import org.leibniz.stats.SubjectComparison.Correction;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares runs problem by problem. */
@Command(
    name = "compare",
    description = {
      "Compares runs over the same problems, pair by pair: which problems flipped, the paired difference with its interval,"
          + " exact McNemar, and a verdict.",
      "",
      "The first run is A; every other is compared with it. With --json one object a pair, shares and differences (B - A)"
          + " from 0 to 1. P-values per subject are adjusted for their number."
    },
    footer = {
      "leibniz compare 3f2a 77ab",
      "leibniz compare baseline @last --limit 0",
      "leibniz compare 3f2a 77ab --grader hendrycks --json | jq .verdict"
    })
public final class CompareCommand implements Callable<Integer> {
  /** Names of the corrections on the command line. */
  public enum Adjustment {
    HOLM(Correction.HOLM),
    BH(Correction.BENJAMINI_HOCHBERG);

    private final Correction correction;

    Adjustment(Correction correction) {
      this.correction = correction;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(arity = "2..*", paramLabel = "RUN", description = "Ids, unique prefixes, names or @last.")
  List<String> runs = List.of();

  @Option(names = "--grader", paramLabel = "ID", description = "Compare this grading instead of each run's first.")
  Optional<String> grader = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most N flipped problems, 0 for all.")
  long limit;

  @Option(
      names = "--adjust",
      paramLabel = "HOW",
      defaultValue = "holm",
      description = "Correction for many subjects: ${COMPLETION-CANDIDATES}.")
  Adjustment adjust;

  @Mixin ReadOptions options;

  private final Context context;

  public CompareCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (RunStore store = context.workspaces().store(options.workspace())) {
      List<RunRow> found = runs.stream().map(store::find).toList();
      if (found.stream().map(RunRow::key).distinct().count() < found.size()) {
        throw LeibnizException.usage("a run cannot be compared with itself: " + String.join(", ", runs));
      }
      GradedRun a = GradedRun.read(store, found.getFirst(), grader);
      List<Comparison> comparisons =
          found.stream().skip(1).map(run -> Comparison.of(a, GradedRun.read(store, run, grader), adjust.correction)).toList();
      if (options.json()) {
        comparisons.forEach(comparison -> Json.print(context.console(), comparison.json()));
      } else {
        comparisons.forEach(new ComparisonReport(context.console(), store, Math.max(0, limit))::print);
        summary(comparisons);
      }
    }
    return ExitStatus.DONE;
  }

  private void summary(List<Comparison> comparisons) {
    if (comparisons.size() < 2) {
      return;
    }
    Console console = context.console();
    double[] adjusted = ManyComparisons.holm(comparisons.stream().mapToDouble(one -> one.all().testP()).toArray());
    Table table = Table.of("against A", ">B", ">difference", ">95 % interval", ">p", ">p, Holm", "verdict alone");
    for (int i = 0; i < adjusted.length; i++) {
      Comparison one = comparisons.get(i);
      table.row(
          one.b().run().id() + "  " + one.b().run().name(),
          Figures.percent(one.all().accuracyB()),
          Figures.points(one.all().delta()),
          Figures.points(one.all().low()) + " to " + Figures.points(one.all().high()),
          Figures.decimal(one.all().testP(), 3),
          Figures.decimal(adjusted[i], 3),
          one.all().verdict().id());
    }
    table.print(console);
  }
}
