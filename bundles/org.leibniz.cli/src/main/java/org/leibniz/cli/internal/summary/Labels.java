package org.leibniz.cli.internal.summary;

import java.util.List;
import java.util.function.Function;
import org.leibniz.store.RunRow;

/** Short names that tell runs of one list apart. */
public final class Labels {
  private Labels() {}

  /** What of model and strategy differs within {@code runs}; the run's own name where neither tells all apart. */
  public static List<String> of(List<RunRow> runs) {
    for (Function<RunRow, String> label : List.<Function<RunRow, String>>of(
        RunRow::strategy, RunRow::model, run -> run.model() + ", " + run.strategy(), Labels::own)) {
      List<String> labels = runs.stream().map(label).toList();
      if (labels.stream().distinct().count() == runs.size()) {
        return labels;
      }
    }
    return runs.stream().map(run -> own(run) + " (" + run.id() + ")").toList();
  }

  /** The run's name without the name of its experiment. */
  public static String own(RunRow run) {
    String prefix = run.experiment() + "/";
    return !run.experiment().isEmpty() && run.name().startsWith(prefix)
        ? run.name().substring(prefix.length())
        : run.name();
  }
}
