package org.leibniz.dataset.wordproblems;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.leibniz.api.Config;
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
import org.leibniz.dataset.rows.TextFile;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * ASDiv (Miao et al. 2020): the publisher's XML with 2,305 problems and the subsets of ToRA (2,215) and PAL (2,096). The level
 * is the school grade, which only the XML gives. The answer is the published one without the units in parentheses, {@code 9}
 * for {@code 9 (apples)}, so that the forms agree; the attribute {@code publishedAnswer} keeps it as it was.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=asdiv")
public final class AsdivSource implements DatasetSource {
  private static final RowSource ROWS =
      new RowSource(
          "asdiv",
          Form.of("ToRA", AsdivSource::tora, "body", "question", "answer"),
          Form.of("PAL", AsdivSource::pal, "input", "target"));

  @Override
  public Dataset open(Config config) {
    Path path = DatasetPath.of(config);
    if (Files.isDirectory(path) || !TextFile.startsWith(path, '<')) {
      return ROWS.open(config);
    }
    Checksum checksum = new Checksum();
    ProblemList problems = new ProblemList("asdiv");
    AsdivXml.read(path, checksum, row -> problems.add(row, xml(row)));
    return problems.dataset(path, DatasetPath.split(config, path), checksum, "<Problem> elements");
  }

  private static Draft xml(Row row) {
    return draft(row, row.text("Body"), row.text("Question"), row.text("Answer"))
        .subject(row.optional("Solution-Type").orElse(""))
        .level(row.level("Grade"))
        .solution(row.optional("Formula").orElse(""))
        .attribute("publisherId", row.optional("ID"))
        .attribute("grade", row.optional("Grade"))
        .attribute("source", row.optional("Source"));
  }

  private static Draft tora(Row row) {
    return draft(row, row.text("body"), row.text("question"), row.text("answer"))
        .subject(row.optional("solution_type").orElse(""))
        .solution(row.optional("formula").orElse(""));
  }

  private static Draft draft(Row row, String body, String question, String answer) {
    return keyed(Draft.of(body + " " + question))
        .answer(withoutUnits(answer))
        .attribute("body", body)
        .attribute("question", question)
        .attribute("publishedAnswer", answer);
  }

  private static Draft pal(Row row) {
    return keyed(Draft.of(row.text("input")).answer(row.text("target")));
  }

  private static Draft keyed(Draft draft) {
    return draft.fingerprint(Fingerprint.letters(draft.question()));
  }

  /** Of each answer between semicolons, what stands before {@code (unit)}; an answer that is all parentheses stays. */
  static String withoutUnits(String answer) {
    return Arrays.stream(answer.split(";"))
        .map(String::strip)
        .map(AsdivSource::withoutUnit)
        .collect(Collectors.joining("; "));
  }

  private static String withoutUnit(String part) {
    int open = part.indexOf('(');
    String before = open > 0 ? part.substring(0, open).strip() : "";
    // "-(1/3)" is a number in parentheses, not a unit.
    boolean unit = part.endsWith(")") && !before.isEmpty() && Character.isLetterOrDigit(before.charAt(before.length() - 1));
    return unit ? before : part;
  }
}
