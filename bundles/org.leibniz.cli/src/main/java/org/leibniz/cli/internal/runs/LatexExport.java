package org.leibniz.cli.internal.runs;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.leibniz.cli.internal.summary.Labels;
import org.leibniz.cli.internal.summary.NaturalOrder;
import org.leibniz.cli.internal.summary.RunSummary;
import org.leibniz.cli.internal.summary.Tally;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;

/** Accuracy in percent per subject, a column per run, for the booktabs package. */
record LatexExport(RunStore store, PrintStream to) {
  void write(List<RunRow> runs) {
    List<RunSummary> summaries = runs.stream().map(run -> RunSummary.read(store, run)).toList();
    TreeSet<String> subjects = new TreeSet<>(NaturalOrder.INSTANCE);
    summaries.forEach(summary -> summary.subjects().forEach(subject -> subjects.add(subject.name())));
    if (subjects.size() == 1) {
      subjects.clear();
    }
    line("% runs: " + runs.stream().map(run -> run.id() + " " + run.name()).collect(Collectors.joining("; ")).replaceAll("\\s+", " "));
    line("% accuracy in percent, 95 % intervals in brackets (" + summaries.getFirst().accuracy().method() + ")");
    summaries.stream()
        .flatMap(summary -> summary.warning().stream())
        .distinct()
        .forEach(warning -> line("% " + warning.replaceAll("\\s+", " ")));
    line("\\begin{tabular}{lr" + "r".repeat(runs.size()) + "}");
    line("\\toprule");
    row("subject", "$n$", Labels.of(runs).stream().map(LatexExport::escape).toList());
    line("\\midrule");
    for (String subject : subjects) {
      List<String> cells = new ArrayList<>();
      long n = 0;
      for (RunSummary summary : summaries) {
        Tally tally = summary.subjects().stream().filter(s -> s.name().equals(subject)).findFirst().orElse(new Tally(subject));
        n = Math.max(n, tally.n());
        cells.add(tally.n() == 0 ? "--" : Figures.decimal(100.0 * tally.correct() / tally.n(), 1));
      }
      row(escape(subject), String.valueOf(n), cells);
    }
    if (!subjects.isEmpty()) {
      line("\\midrule");
    }
    long n = summaries.stream().mapToLong(summary -> summary.all().n()).max().orElse(0);
    row("all", String.valueOf(n), summaries.stream().map(LatexExport::total).toList());
    line("\\bottomrule");
    line("\\end{tabular}");
  }

  private static String total(RunSummary summary) {
    var accuracy = summary.accuracy();
    return Figures.decimal(100 * accuracy.value(), 1) + " {\\small["
        + Figures.interval(accuracy.low(), accuracy.high()).replace("–", ", ") + "]}";
  }

  private void row(String first, String n, List<String> cells) {
    line(first + " & " + n + " & " + String.join(" & ", cells) + " \\\\");
  }

  private void line(String text) {
    to.print(text + "\n");
  }

  static String escape(String text) {
    return text.replace("\\", "\\textbackslash ").replaceAll("([&%$#_{}])", "\\\\$1").replace("~", "\\textasciitilde ").replace("^", "\\textasciicircum ");
  }
}
