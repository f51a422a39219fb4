package org.leibniz.dataset.competition;

import java.util.function.Predicate;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.dataset.rows.Draft;
import org.leibniz.dataset.rows.Form;
import org.leibniz.dataset.rows.JsonValue;
import org.leibniz.dataset.rows.Row;
import org.leibniz.dataset.rows.RowSource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * TheoremQA (Chen et al. 2023). Answers are typed: {@code True}, {@code [1, 2]}, {@code 0.5}, {@code (b)}; the attribute {@code
 * answerType} says which, and {@code picture} names the picture a question needs.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=theoremqa")
public final class TheoremQaSource implements DatasetSource {
  private static final RowSource ROWS =
      new RowSource("theoremqa", Form.of("publisher", TheoremQaSource::published, "Question", "Answer"));

  @Override
  public Dataset open(Config config) {
    return ROWS.open(config);
  }

  private static Draft published(Row row) {
    return Draft.of(row.text("Question"))
        .id(row.optional("id").orElse(""))
        .answer(answer(row))
        .solution(row.optional("explanation").filter(Predicate.not("NONE"::equalsIgnoreCase)).orElse(""))
        .subject(row.optional("field").orElse(""))
        .attribute("answerType", row.optional("Answer_type"))
        .attribute("theorem", row.optional("theorem"))
        .attribute("subfield", row.optional("subfield"))
        .attribute("source", row.optional("source"))
        .attribute("picture", row.optional("Picture"));
  }

  // The publisher's other files and prompts write truth values the way Python does.
  private static String answer(Row row) {
    return switch (row.value("Answer").orElseThrow()) {
      case JsonValue.Bool bool -> bool.value() ? "True" : "False";
      case JsonValue.Items items -> items.written();
      case JsonValue.Text text -> row.text("Answer");
      case JsonValue.Number number -> number.digits();
      case JsonValue.Fields fields -> throw row.wrong("Answer", "expected a number, truth value, list or text, found an object");
      case JsonValue.Null nothing -> throw row.wrong("Answer", "is missing");
    };
  }
}
