package org.leibniz.dataset.jsonl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.dataset.rows.Checksum;
import org.leibniz.dataset.rows.DatasetPath;
import org.leibniz.dataset.rows.ProblemList;
import org.leibniz.dataset.rows.Row;
import org.leibniz.dataset.rows.Rows;
import org.leibniz.dataset.rows.TextFile;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Any file of rows, its fields mapped by the configuration: JSON Lines, a JSON array, or values separated by commas or tabs
 * with a heading. Field names are dotted paths.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=jsonl")
public final class JsonlSource implements DatasetSource {
  @Override
  public Dataset open(Config config) {
    Path file = DatasetPath.of(config);
    if (Files.isDirectory(file)) {
      throw config.wrong("path", "expected a file, found the folder " + file);
    }
    FieldMap fields = FieldMap.of(config);
    Checksum checksum = new Checksum();
    ProblemList problems = new ProblemList("jsonl");
    read(file, checksum, row -> problems.add(row, fields.read(row)));
    Dataset read = problems.dataset(file, DatasetPath.split(config, file), checksum, "one problem a row");
    return new Dataset(config.text("name", read.id()), read.split(), read.path(), read.digest(), read.problems());
  }

  private static void read(Path file, Checksum checksum, Consumer<Row> sink) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    boolean separated = (name.endsWith(".csv") || name.endsWith(".tsv")) && !TextFile.startsWith(file, '{');
    if (separated) {
      CsvRows.read(file, name.endsWith(".tsv") ? '\t' : ',', checksum, sink);
    } else {
      Rows.read(file, checksum, sink);
    }
  }
}
