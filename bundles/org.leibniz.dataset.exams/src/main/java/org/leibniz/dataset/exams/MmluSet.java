package org.leibniz.dataset.exams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.dataset.rows.Checksum;
import org.leibniz.dataset.rows.Csv;
import org.leibniz.dataset.rows.DatasetPath;
import org.leibniz.dataset.rows.Draft;
import org.leibniz.dataset.rows.Form;
import org.leibniz.dataset.rows.Options;
import org.leibniz.dataset.rows.ProblemList;
import org.leibniz.dataset.rows.Row;
import org.leibniz.dataset.rows.RowSource;
import org.leibniz.dataset.rows.TextFile;

/**
 * A selection of MMLU's subjects (Hendrycks et al. 2021), as JSON rows or in the publisher's CSV files {@code
 * <subject>_<split>.csv}: question, four choices and the letter, without a heading. Of a folder only the selection is read;
 * a file is read as it is.
 */
final class MmluSet implements DatasetSource {
  private static final List<String> COLUMNS = List.of("question", "A", "B", "C", "D", "answer");
  private static final String EXPECTED = "files <subject>_<split>.csv of ";

  private final String id;
  private final Set<String> subjects;
  private final RowSource rows;

  MmluSet(String id, Set<String> subjects) {
    this.id = id;
    this.subjects = subjects;
    rows =
        new RowSource(
            id,
            Form.of("MAmmoTH", row -> draft(row, "subject"), "question", "choices", "answer", "subject"),
            Form.of("math-evaluation-harness", row -> draft(row, "type"), "question", "choices", "answer", "type"));
  }

  @Override
  public Dataset open(Config config) {
    Path path = DatasetPath.of(config);
    if (!Files.isDirectory(path)) {
      return TextFile.startsWith(path, '{') || TextFile.startsWith(path, '[') ? rows.open(config) : csvFile(path, config);
    }
    String split = DatasetPath.split(config, path);
    Path folder = Files.isDirectory(path.resolve(split)) ? path.resolve(split) : path;
    Checksum checksum = new Checksum();
    ProblemList problems = new ProblemList(id);
    for (Path file : files(folder, split)) {
      checksum.name(file.getFileName().toString());
      read(file, subjectOf(file).orElseThrow(), checksum, problems);
    }
    String expected = EXPECTED.replace("<split>", split) + String.join(", ", subjects.stream().sorted().toList());
    return problems.dataset(path, split, checksum, expected);
  }

  private Dataset csvFile(Path file, Config config) {
    String subject =
        subjectOf(file)
            .orElseThrow(
                () ->
                    LeibnizException.badInput(
                        file, 0, "", "is no form of " + id + " that is known: expected " + rows.expected() + "; or " + EXPECTED + id));
    Checksum checksum = new Checksum();
    ProblemList problems = new ProblemList(id);
    read(file, subject, checksum, problems);
    return problems.dataset(file, DatasetPath.split(config, file), checksum, "rows of " + COLUMNS);
  }

  private List<Path> files(Path folder, String split) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> subjectOf(file).filter(subjects::contains).isPresent())
          .filter(file -> DatasetPath.split(Config.EMPTY, file).equals(split))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw LeibnizException.badInput(folder, 0, "", "cannot be listed: " + e.getMessage());
    }
  }

  private static Optional<String> subjectOf(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String subject = name.replaceFirst("_(test|dev|val|train)\\.csv(\\.gz)?$", "");
    return subject.equals(name) ? Optional.empty() : Optional.of(subject);
  }

  private static void read(Path file, String subject, Checksum checksum, ProblemList problems) {
    Csv.read(file, checksum, ',', line -> problems.add(file, line.line(), draft(line, subject)));
  }

  private static Draft draft(Csv.Line line, String subject) {
    List<String> cells = line.cells();
    if (cells.size() != COLUMNS.size()) {
      throw line.wrong("", "expected 6 cells, " + String.join(", ", COLUMNS) + ", found " + cells.size());
    }
    if (cells.getFirst().isBlank()) {
      throw line.wrong("question", "is empty");
    }
    String answer = cells.getLast().strip();
    if (!answer.matches("[A-D]")) {
      throw line.wrong("answer", "expected a letter from A to D, found " + Row.shown(answer));
    }
    return draft(cells.getFirst(), cells.subList(1, 5), answer, subject);
  }

  private static Draft draft(Row row, String subject) {
    List<String> choices = row.texts("choices");
    if (choices.size() != 4) {
      throw row.wrong("choices", "expected 4 choices, found " + choices.size());
    }
    return draft(row.text("question"), choices, Options.label(row.index("answer", 4)), row.text(subject));
  }

  private static Draft draft(String question, List<String> texts, String answer, String subject) {
    List<Choice> choices =
        List.of(
            new Choice("A", texts.get(0)), new Choice("B", texts.get(1)), new Choice("C", texts.get(2)), new Choice("D", texts.get(3)));
    return Draft.of(question).choices(choices).answer(answer).subject(subject).group(subject);
  }
}
