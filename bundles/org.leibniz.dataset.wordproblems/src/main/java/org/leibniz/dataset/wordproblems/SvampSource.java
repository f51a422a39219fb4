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
 * SVAMP (Patel et al. 2021). Forms join body and question differently, with a comma, a full stop or neither, hence the
 * fingerprint of letters alone. The publisher's form keeps both apart in the attributes {@code body} and {@code question}.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=svamp")
public final class SvampSource implements DatasetSource {
  private static final RowSource ROWS =
      new RowSource(
          "svamp",
          MathCoderRecord.form((row, draft) -> keyed(draft)),
          Form.of("publisher, ToRA", SvampSource::published, "Body", "Question", "Answer"),
          Form.of("PAL", SvampSource::joined, "input", "target"));

  @Override
  public Dataset open(Config config) {
    return ROWS.open(config);
  }

  private static Draft published(Row row) {
    String body = row.text("Body");
    String question = row.text("Question");
    return keyed(
        Draft.of(body + " " + question)
            .answer(row.text("Answer"))
            .solution(row.optional("Equation").orElse(""))
            .subject(row.optional("Type").orElse(""))
            .attribute("body", body)
            .attribute("question", question)
            .attribute("publisherId", row.optional("ID")));
  }

  private static Draft joined(Row row) {
    return keyed(Draft.of(row.text("input")).answer(row.text("target")));
  }

  private static Draft keyed(Draft draft) {
    return draft.fingerprint(Fingerprint.letters(draft.question()));
  }
}
