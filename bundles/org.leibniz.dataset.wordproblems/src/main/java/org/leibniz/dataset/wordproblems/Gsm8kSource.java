package org.leibniz.dataset.wordproblems;

import org.leibniz.api.Config;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.dataset.rows.Draft;
import org.leibniz.dataset.rows.Fingerprint;
import org.leibniz.dataset.rows.Form;
import org.leibniz.dataset.rows.MathCoderRecord;
import org.leibniz.dataset.rows.Row;
import org.leibniz.dataset.rows.RowSource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * GSM8K (Cobbe et al. 2021). The answer is what stands behind {@code ####} on the solution's last line, thousands commas kept
 * as published; MathCoder's form has them removed.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=gsm8k")
public final class Gsm8kSource implements DatasetSource {
  private static final String MARK = "####";

  private static final RowSource ROWS =
      new RowSource(
          "gsm8k", MathCoderRecord.form((row, draft) -> keyed(draft)), Form.of("publisher", Gsm8kSource::published, "question", "answer"));

  @Override
  public Dataset open(Config config) {
    return ROWS.open(config);
  }

  private static Draft published(Row row) {
    String question = row.text("question");
    String solution = row.text("answer");
    int mark = solution.lastIndexOf(MARK);
    String answer = mark < 0 ? "" : solution.substring(mark + MARK.length()).strip();
    if (answer.isEmpty()) {
      throw row.wrong("answer", "expected a solution whose last line is '#### ANSWER', found " + Row.shown(solution));
    }
    return keyed(Draft.of(question).answer(answer).solution(solution));
  }

  private static Draft keyed(Draft draft) {
    return draft.fingerprint(Fingerprint.letters(draft.question()));
  }
}
