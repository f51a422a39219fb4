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

/** AQuA-RAT (Ling et al. 2017): five choices and a rationale. The publisher's files are JSON Lines named {@code .json}. */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=aqua-rat")
public final class AquaRatSource implements DatasetSource {
  private static final RowSource ROWS =
      new RowSource(
          "aqua-rat",
          Form.of("publisher", row -> draft(row, "correct", "rationale"), "question", "options", "correct"),
          Form.of("AGIEval", row -> draft(row, "label", "other.solution"), "question", "options", "label"));

  @Override
  public Dataset open(Config config) {
    return ROWS.open(config);
  }

  private static Draft draft(Row row, String answer, String solution) {
    String question = row.text("question");
    List<Choice> choices = Options.of(row.texts("options"));
    return Draft.of(question)
        .choices(choices)
        .answer(Options.answer(row, answer, choices))
        .solution(row.optional(solution).orElse(""))
        .fingerprint(Fingerprint.letters(question));
  }
}
