package org.leibniz.cli.internal.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.metric.Measure;
import org.leibniz.api.metric.Slice;
import org.leibniz.cli.internal.summary.Accuracy;
import org.leibniz.cli.internal.summary.Tally;
import org.leibniz.cli.internal.text.Figures;
import org.leibniz.cli.internal.text.Table;

/**
 * A table with a row per part of a run: n, correct, accuracy, interval, the outcomes that occurred, further metrics.
 *
 * @param first header of the first column
 * @param outcomes those that get a column
 * @param metrics ids of metrics that get a column
 * @param measured measures of a slice
 */
record OutcomeTable(
    String first, List<Outcome> outcomes, List<String> metrics, Function<Slice, Map<String, Measure>> measured) {
  /** All outcomes of {@code tally} but correct, which has a column of its own. */
  static List<Outcome> occurred(List<Tally> tallies) {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome != Outcome.CORRECT)
        .filter(outcome -> tallies.stream().anyMatch(tally -> tally.count(outcome) > 0))
        .toList();
  }

  Table start() {
    List<String> headers = new ArrayList<>(List.of(first, ">n", ">correct", ">accuracy", ">95 % interval"));
    outcomes.forEach(outcome -> headers.add(">" + outcome.id().replace('-', ' ')));
    metrics.forEach(metric -> headers.add(">" + metric));
    return Table.of(headers);
  }

  void add(Table table, String name, Tally tally, Accuracy accuracy, Slice slice) {
    List<String> cells = new ArrayList<>(List.of(name, Figures.count(tally.n()), Figures.count(tally.correct())));
    cells.add(Figures.percent(accuracy.value()));
    cells.add(Figures.interval(accuracy.low(), accuracy.high()));
    outcomes.forEach(outcome -> cells.add(Figures.count(tally.count(outcome))));
    Map<String, Measure> measures = measured.apply(slice);
    metrics.forEach(metric -> cells.add(measures.containsKey(metric) ? Figures.measure(measures.get(metric)) : "–"));
    table.row(cells);
  }
}
