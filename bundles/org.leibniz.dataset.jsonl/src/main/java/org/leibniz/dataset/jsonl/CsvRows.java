package org.leibniz.dataset.jsonl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.leibniz.dataset.rows.Checksum;
import org.leibniz.dataset.rows.Csv;
import org.leibniz.dataset.rows.JsonValue;
import org.leibniz.dataset.rows.Row;

/** Makes rows of separated values: the first record names the fields. An empty cell counts as absent. */
final class CsvRows {
  private CsvRows() {}

  static void read(Path file, char separator, Checksum checksum, Consumer<Row> sink) {
    List<String> names = new ArrayList<>();
    Csv.read(
        file,
        checksum,
        separator,
        line -> {
          if (names.isEmpty()) {
            names.addAll(heading(line));
          } else {
            sink.accept(row(line, names));
          }
        });
  }

  private static List<String> heading(Csv.Line line) {
    List<String> names = line.cells().stream().map(String::strip).toList();
    if (new HashSet<>(names).size() < names.size()) {
      throw line.wrong("", "the heading names a column twice: " + Row.shown(String.join(", ", names)));
    }
    return names;
  }

  private static Row row(Csv.Line line, List<String> names) {
    if (line.cells().size() != names.size()) {
      throw line.wrong("", "expected " + names.size() + " cells as in the heading, found " + line.cells().size());
    }
    Map<String, JsonValue> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (!line.cells().get(i).isEmpty()) {
        values.put(names.get(i), new JsonValue.Text(line.cells().get(i)));
      }
    }
    return new Row(line.file(), line.line(), values, Map.of());
  }
}
