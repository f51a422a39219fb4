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
import org.leibniz.dataset.rows.InlinedChoices;
import org.leibniz.dataset.rows.Options;
import org.leibniz.dataset.rows.Row;
import org.leibniz.dataset.rows.RowSource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * SAT mathematics: AGIEval's 220 problems, the same in MAmmoTH's file, and the 32 others of Llemma's evaluation. AGIEval keeps a
 * passage that several questions share apart; MAmmoTH puts it right before the question, and so do we. Blanks and one choice
 * differ between the two, hence a fingerprint of the question's letters.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=sat-math")
public final class SatMathSource implements DatasetSource {
  private static final RowSource ROWS =
      new RowSource(
          "sat-math",
          Form.of("AGIEval", SatMathSource::agiEval, "question", "options", "label"),
          Form.of("Llemma", SatMathSource::llemma, "question", "options", "Answer"),
          Form.of("MAmmoTH", SatMathSource::mammoth, "question", "answer"));

  @Override
  public Dataset open(Config config) {
    return ROWS.open(config);
  }

  private static Draft agiEval(Row row) {
    List<Choice> choices = Options.of(row.texts("options"));
    String passage = row.optional("passage").orElse("");
    return draft(passage + row.text("question"), choices)
        .answer(Options.answer(row, "label", choices))
        .solution(row.optional("other.solution").orElse(""))
        .attribute("passage", passage);
  }

  private static Draft llemma(Row row) {
    List<Choice> choices = Options.inline(row.text("options"));
    if (choices.isEmpty()) {
      throw row.wrong("options", "expected choices such as 'A) 1 B) 2', found " + Row.shown(row.text("options")));
    }
    return draft(row.text("question"), choices)
        .answer(Options.answer(row, "Answer", choices))
        .attribute("publisherId", row.optional("id"));
  }

  private static Draft mammoth(Row row) {
    InlinedChoices parts = InlinedChoices.of(row.text("question"));
    if (parts.choices().isEmpty()) {
      throw row.wrong("question", "expected 'Answer Choices: (A) … (B) …' behind the question, found none");
    }
    return draft(parts.question(), parts.choices())
        .answer(Options.answer(row, "answer", parts.choices()))
        .attribute("inlined", row.text("question"));
  }

  private static Draft draft(String question, List<Choice> choices) {
    return Draft.of(question).choices(choices).fingerprint(Fingerprint.letters(question));
  }
}
