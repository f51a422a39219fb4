package org.leibniz.dataset.competition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.dataset.rows.Boxed;
import org.leibniz.dataset.rows.Checksum;
import org.leibniz.dataset.rows.DatasetPath;
import org.leibniz.dataset.rows.Draft;
import org.leibniz.dataset.rows.Form;
import org.leibniz.dataset.rows.MathCoderRecord;
import org.leibniz.dataset.rows.ProblemList;
import org.leibniz.dataset.rows.Row;
import org.leibniz.dataset.rows.RowSource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * MATH (Hendrycks et al. 2021). Ids are the publisher's paths, {@code test/algebra/1.json}, which MATH-500 and MathCoder carry
 * too; the subject is the path's folder. The answer is what the solution boxes last, unless the form has an answer of its own.
 * Rows without path, and files outside the publisher's folders, get an id from their text.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=math")
public final class MathSource implements DatasetSource {
  private static final String ID = "math";

  @Override
  public Dataset open(Config config) {
    Path path = DatasetPath.of(config);
    Checksum checksum = new Checksum();
    ProblemList problems = new ProblemList(ID);
    if (Files.isDirectory(path)) {
      MathFolder folder = MathFolder.of(path, config.text("split"));
      folder.read(checksum, problems, MathSource::original);
      return problems.dataset(path, folder.split(), checksum, "files <subject>/<number>.json");
    }
    MathLevels levels = MathLevels.of(config, path, checksum);
    RowSource rows =
        new RowSource(
            ID,
            MathCoderRecord.form((row, draft) -> leveled(placed(draft, row, "id"), levels)),
            Form.of("MATH-500", row -> leveled(split500(row), levels), "problem", "answer", "unique_id"),
            Form.of("publisher", row -> original(row, MathFolder.idOf(path)), "problem", "solution"));
    rows.read(path, checksum, problems);
    return problems.dataset(path, DatasetPath.split(config, path), checksum, rows.expected());
  }

  private static Draft original(Row row, Optional<MathId> id) {
    String solution = row.text("solution");
    String answer =
        Boxed.last(solution).orElseThrow(() -> row.wrong("solution", "expected an answer in \\boxed{…}, found none"));
    Draft draft =
        Draft.of(row.text("problem"))
            .answer(answer)
            .solution(solution)
            .level(row.level("level"))
            .attribute("type", row.optional("type"))
            .subject(MathId.subjectOf(row.optional("type").orElse("")));
    id.ifPresent(known -> draft.id(known.toString()).subject(known.subject()));
    return draft;
  }

  private static Draft split500(Row row) {
    Draft draft =
        Draft.of(row.text("problem"))
            .answer(row.text("answer"))
            .solution(row.optional("solution").orElse(""))
            .level(row.level("level"))
            .attribute("type", row.optional("subject"))
            .subject(MathId.subjectOf(row.optional("subject").orElse("")));
    return placed(draft, row, "unique_id");
  }

  private static Draft placed(Draft draft, Row row, String field) {
    Optional<String> written = row.optional(field);
    written.flatMap(MathId::parse).ifPresent(id -> draft.id(id.toString()).subject(id.subject()));
    return draft;
  }

  private static Draft leveled(Draft draft, MathLevels levels) {
    return draft.level() > 0 ? draft : draft.level(levels.of(draft.id()));
  }
}
