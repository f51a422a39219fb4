package org.leibniz.dataset.wordproblems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.dataset.rows.Checksum;
import org.leibniz.dataset.rows.DatasetPath;
import org.leibniz.dataset.rows.Draft;
import org.leibniz.dataset.rows.Fingerprint;
import org.leibniz.dataset.rows.Form;
import org.leibniz.dataset.rows.ProblemList;
import org.leibniz.dataset.rows.Row;
import org.leibniz.dataset.rows.RowSource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * MAWPS (Koncel-Kedziorski et al. 2016), one part or several. The subject is the part a problem comes from: what its row
 * says, else the key {@code source}, else what the fields of the original files tell, else the file's name. Parts repeat each
 * other's and their own questions, so the part belongs to the id and repeats are numbered.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=mawps")
public final class MawpsSource implements DatasetSource {
  private static final String ID = "mawps";
  private static final List<String> PARTS = List.of("addsub", "multiarith", "singleeq", "singleop");

  @Override
  public Dataset open(Config config) {
    Path path = DatasetPath.of(config);
    String split = DatasetPath.split(config, path);
    Optional<String> source = config.text("source");
    RowSource rows =
        new RowSource(
            ID,
            Form.of("publisher", row -> original(row, source), "sQuestion", "lSolutions"),
            Form.of("PAL, ToRA", row -> joined(row, source), "input", "target"));
    Checksum checksum = new Checksum();
    ProblemList problems = new ProblemList(ID);
    if (!Files.isDirectory(path)) {
      rows.read(path, checksum, problems);
    } else {
      for (Path file : parts(path)) {
        checksum.name(file.getFileName().toString());
        rows.read(file, checksum, problems);
      }
    }
    return problems.dataset(path, split, checksum, rows.expected());
  }

  private static Draft original(Row row, Optional<String> source) {
    List<String> solutions = row.texts("lSolutions");
    if (solutions.isEmpty()) {
      throw row.wrong("lSolutions", "expected a list with the answer, found an empty one");
    }
    String equations = row.has("lEquations") ? String.join("; ", row.texts("lEquations")) : "";
    return keyed(
        Draft.of(row.text("sQuestion").strip())
            .answer(solutions.getFirst())
            .solution(equations)
            .subject(source.or(() -> fields(row)).or(() -> name(row.file())).orElse("")),
        row);
  }

  private static Draft joined(Row row, Optional<String> source) {
    return keyed(
        Draft.of(row.text("input").strip())
            .answer(row.text("target"))
            .subject(row.optional("type").or(() -> source).or(() -> name(row.file())).orElse("")),
        row);
  }

  private static Draft keyed(Draft draft, Row row) {
    return draft
        .group(draft.subject())
        .fingerprint(Fingerprint.exact(draft.question()))
        .attribute("publisherId", row.optional("iIndex"));
  }

  // The original files do not say which they are, but each was written by another tool.
  private static Optional<String> fields(Row row) {
    if (row.has("lAlignments")) {
      return Optional.of("multiarith");
    }
    return row.has("templateNumber") || row.has("grammarCheck") ? Optional.of("singleeq") : Optional.empty();
  }

  private static Optional<String> name(Path file) {
    String letters = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return PARTS.stream().filter(letters::contains).findFirst();
  }

  /** The files of a folder that are named after a part, by name; at most one a part. */
  private static List<Path> parts(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> parts =
          files.filter(file -> file.getFileName().toString().matches("(?i).*\\.jsonl?(\\.gz)?") && name(file).isPresent()).sorted().toList();
      Map<String, Path> seen = new HashMap<>();
      for (Path file : parts) {
        Path other = seen.putIfAbsent(name(file).orElseThrow(), file);
        if (other != null) {
          throw LeibnizException.badInput(
              folder, 0, "", "holds one part twice, " + other.getFileName() + " and " + file.getFileName() + ": name one file");
        }
      }
      return parts;
    } catch (IOException e) {
      throw LeibnizException.badInput(folder, 0, "", "cannot be listed: " + e.getMessage());
    }
  }
}
