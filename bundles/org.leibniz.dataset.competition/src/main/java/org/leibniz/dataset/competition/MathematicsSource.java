package org.leibniz.dataset.competition;

import org.leibniz.api.Config;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.dataset.rows.Draft;
import org.leibniz.dataset.rows.Form;
import org.leibniz.dataset.rows.MathCoderRecord;
import org.leibniz.dataset.rows.RowSource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * The 1,000 problems of DeepMind's Mathematics dataset (Saxton et al. 2019) that MAmmoTH and MathCoder evaluate on. Some answers
 * are lists, {@code [3, 5]}, or terms, {@code -20*x}.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=mathematics")
public final class MathematicsSource implements DatasetSource {
  private static final RowSource ROWS =
      new RowSource(
          "mathematics",
          MathCoderRecord.form(),
          Form.of("MAmmoTH", row -> Draft.of(row.text("question")).answer(row.text("answer")), "question", "answer"));

  @Override
  public Dataset open(Config config) {
    return ROWS.open(config);
  }
}
