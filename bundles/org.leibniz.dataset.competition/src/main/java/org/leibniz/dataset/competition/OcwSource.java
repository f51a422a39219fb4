package org.leibniz.dataset.competition;

import org.leibniz.api.Config;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.plugin.Plugin;
import org.leibniz.dataset.rows.Boxed;
import org.leibniz.dataset.rows.Draft;
import org.leibniz.dataset.rows.Form;
import org.leibniz.dataset.rows.Row;
import org.leibniz.dataset.rows.RowSource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** OCWCourses (Lewkowycz et al. 2022, Minerva). The subject is the course, the answer what the solution boxes last. */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=ocw")
public final class OcwSource implements DatasetSource {
  private static final RowSource ROWS =
      new RowSource("ocw", Form.of("Minerva, Llemma", OcwSource::published, "problem", "solution"));

  @Override
  public Dataset open(Config config) {
    return ROWS.open(config);
  }

  private static Draft published(Row row) {
    String solution = row.text("solution");
    return Draft.of(row.text("problem"))
        .answer(Boxed.last(solution).orElseThrow(() -> row.wrong("solution", "expected an answer in \\boxed{…}, found none")))
        .solution(solution)
        .subject(row.optional("type").orElse(""))
        .attribute("publisherId", row.optional("idx"));
  }
}
