package org.leibniz.dataset.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;

/**
 * A set all of whose forms are files of JSON rows. The first row decides the form; every other row must have it too. A folder
 * stands for its file {@code <split>.jsonl} or {@code <split>.json}, gzipped or not. Immutable, for many threads.
 */
public final class RowSource implements DatasetSource {
  private static final List<String> ENDINGS = List.of(".jsonl", ".json", ".jsonl.gz", ".json.gz");

  private final String id;
  private final List<Form> forms;

  public RowSource(String id, Form... forms) {
    this.id = id;
    this.forms = List.of(forms);
  }

  @Override
  public Dataset open(Config config) {
    Path path = DatasetPath.of(config);
    String split = DatasetPath.split(config, path);
    Path file = Files.isDirectory(path) ? within(path, split) : path;
    Checksum checksum = new Checksum();
    ProblemList problems = new ProblemList(id);
    read(file, checksum, problems);
    return problems.dataset(file, split, checksum, expected());
  }

  /** Adds the problems of one file. */
  public void read(Path file, Checksum checksum, ProblemList problems) {
    var reader =
        new Object() {
          Function<Row, Draft> chosen;
        };
    Rows.read(
        file,
        checksum,
        row -> {
          if (reader.chosen == null) {
            reader.chosen = recognise(row).read();
          }
          problems.add(row, reader.chosen.apply(row));
        });
  }

  /** What its files hold, for messages. */
  public String expected() {
    return "rows with " + forms.stream().map(Form::described).collect(Collectors.joining("; or "));
  }

  private Form recognise(Row row) {
    return forms.stream()
        .filter(form -> form.fits(row))
        .findFirst()
        .orElseThrow(
            () -> {
              return LeibnizException.badInput(
                  row.file(),
                  row.line(),
                  "",
                  "is no form of " + id + " that is known: expected " + expected() + ", found " + row.fields());
            });
  }

  private Path within(Path folder, String split) {
    return ENDINGS.stream()
        .map(ending -> folder.resolve(split + ending))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                LeibnizException.badInput(
                    folder,
                    0,
                    "",
                    "expected a file "
                        + Stream.of(".jsonl", ".json").map(split::concat).collect(Collectors.joining(" or "))
                        + " in the folder; or name the file itself"));
  }
}
