package org.leibniz.cli.internal.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.leibniz.cli.internal.json.Json;
import org.leibniz.cli.internal.json.SampleJson;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleQuery;
import org.leibniz.store.StoredSample;

/** The objects of {@code samples --json}, each with its run and question in front. */
record JsonLinesExport(RunStore store, PrintStream to) {
  void write(List<RunRow> runs) {
    for (RunRow run : runs) {
      try (Stream<StoredSample> samples = store.samples(SampleQuery.all(run.key()))) {
        for (Iterator<StoredSample> each = samples.iterator(); each.hasNext(); ) {
          StoredSample sample = each.next();
          ObjectNode node = Json.object().put("run", run.id()).put("question", sample.problem().question());
          node.setAll(SampleJson.of(sample));
          to.print(Json.line(node) + "\n");
        }
      }
    }
  }
}
