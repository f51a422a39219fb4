package org.leibniz.cli.internal.runs;

import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leibniz.cli.internal.json.SampleJson;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleQuery;
import org.leibniz.store.StoredSample;

/** A row per sample, in the form of RFC 4180 with line feeds. */
record CsvExport(RunStore store, PrintStream to) {
  private static final List<String> COLUMNS =
      List.of(
          "run", "name", "dataset", "strategy", "model", "problem", "subject", "level", "sample", "outcome", "flags",
          "answer", "reference", "millis");

  void write(List<RunRow> runs) {
    row(COLUMNS);
    for (RunRow run : runs) {
      try (Stream<StoredSample> samples = store.samples(SampleQuery.all(run.key()))) {
        for (Iterator<StoredSample> each = samples.iterator(); each.hasNext(); ) {
          sample(run, each.next());
        }
      }
    }
  }

  private void sample(RunRow run, StoredSample sample) {
    row(
        List.of(
            run.id(),
            run.name(),
            run.dataset(),
            run.strategy(),
            run.model(),
            sample.problem().id(),
            sample.problem().subject(),
            sample.problem().level() == 0 ? "" : String.valueOf(sample.problem().level()),
            String.valueOf(sample.sample()),
            sample.outcome().id(),
            sample.flags().stream().sorted().collect(Collectors.joining(" ")),
            Optional.ofNullable(SampleJson.answer(sample)).orElse(""),
            sample.problem().answer(),
            String.valueOf(sample.millis())));
  }

  private void row(List<String> cells) {
    to.print(cells.stream().map(CsvExport::cell).collect(Collectors.joining(",")) + "\n");
  }

  /** Quoted where needed; a text that a spreadsheet would run as a formula stays text. */
  static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("[+][0-9.]+");
    String safe = formula ? "'" + text : text;
    return safe.matches("(?s).*[\",\\n\\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
