package org.leibniz.dataset.wordproblems;

import org.leibniz.api.Config;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.dataset.rows.Draft;
import org.leibniz.dataset.rows.Fingerprint;
import org.leibniz.dataset.rows.Form;
import org.leibniz.dataset.rows.Row;
import org.leibniz.dataset.rows.RowSource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** GSM-Hard (Gao et al. 2023, PAL): GSM8K with larger numbers. The attribute {@code program} computes the answer. */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=gsm-hard")
public final class GsmHardSource implements DatasetSource {
  private static final RowSource ROWS =
      new RowSource("gsm-hard", Form.of("publisher, ToRA", GsmHardSource::published, "input", "target"));

  @Override
  public Dataset open(Config config) {
    return ROWS.open(config);
  }

  private static Draft published(Row row) {
    String question = row.text("input");
    return Draft.of(question)
        .answer(row.text("target"))
        .attribute("program", row.optional("code"))
        .fingerprint(Fingerprint.letters(question));
  }
}
