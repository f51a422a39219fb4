package org.leibniz.dataset.wordproblems;

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
 * NumGLUE (Mishra et al. 2022) in the selection of MAmmoTH. The questions of type 3 carry their choices within the text; these
 * become choices, and the attribute {@code inlined} keeps the text as published.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=numglue")
public final class NumGlueSource implements DatasetSource {
  private static final RowSource ROWS =
      new RowSource("numglue", Form.of("MAmmoTH", NumGlueSource::published, "question", "answer"));

  @Override
  public Dataset open(Config config) {
    return ROWS.open(config);
  }

  private static Draft published(Row row) {
    String text = row.text("question");
    String subject = row.optional("type").orElse("");
    InlinedChoices parts = InlinedChoices.of(text);
    List<Choice> choices = parts.choices();
    if (choices.isEmpty()) {
      return Draft.of(text).answer(row.text("answer")).subject(subject).fingerprint(Fingerprint.exact(text));
    }
    return Draft.of(parts.question())
        .choices(choices)
        .answer(Options.answer(row, "answer", choices))
        .subject(subject)
        .attribute("inlined", text)
        .fingerprint(Fingerprint.exact(text));
  }
}
