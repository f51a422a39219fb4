package org.leibniz.dataset.wordproblems;

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
 * SimulEq (Koncel-Kedziorski et al. 2016), systems of equations in words. Many ask for several unknowns, and the publisher
 * keeps the answer to one of them only.
 */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=simuleq")
public final class SimulEqSource implements DatasetSource {
  private static final RowSource ROWS =
      new RowSource(
          "simuleq",
          MathCoderRecord.form(),
          Form.of("MAmmoTH", row -> Draft.of(row.text("question")).answer(row.text("answer")), "question", "answer"));

  @Override
  public Dataset open(Config config) {
    return ROWS.open(config);
  }
}
