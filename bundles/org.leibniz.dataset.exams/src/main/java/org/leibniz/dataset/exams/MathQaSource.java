package org.leibniz.dataset.exams;

import java.util.List;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.dataset.rows.Draft;
import org.leibniz.dataset.rows.Fingerprint;
import org.leibniz.dataset.rows.Form;
import org.leibniz.dataset.rows.Options;
import org.leibniz.dataset.rows.Row;
import org.leibniz.dataset.rows.RowSource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * MathQA (Amini et al. 2019): the publisher's fields as they are, the sample of 1,000 with operation programs (attributes {@code
 * annotatedFormula}, {@code linearFormula}), and the whole test split with fewer fields. Choices are one text in all of them.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=mathqa")
public final class MathQaSource implements DatasetSource {
  private static final RowSource ROWS =
      new RowSource(
          "mathqa",
          Form.of("publisher", row -> draft(row, "Problem", "Rationale", "correct"), "Problem", "options", "correct"),
          Form.of("sample of 1,000", row -> draft(row, "problem", "rationale", "correct"), "problem", "options", "correct"),
          Form.of("reduced", row -> draft(row, "question", "rationale", "answer"), "question", "options", "answer"));

  @Override
  public Dataset open(Config config) {
    return ROWS.open(config);
  }

  private static Draft draft(Row row, String question, String rationale, String answer) {
    String text = row.text(question);
    String options = row.text("options");
    List<Choice> choices = MathQaOptions.parse(options);
    if (choices.isEmpty()) {
      throw row.wrong("options", "expected choices such as 'a ) 1 , b ) 2', found " + Row.shown(options));
    }
    return Draft.of(text)
        .choices(choices)
        .answer(Options.answer(row, answer, choices))
        .solution(row.optional(rationale).orElse(""))
        .subject(row.optional("category").or(() -> row.optional("type")).orElse(""))
        .attribute("annotatedFormula", row.optional("annotated_formula"))
        .attribute("linearFormula", row.optional("linear_formula"))
        .fingerprint(Fingerprint.exact(text + "\u0000" + options));
  }
}
