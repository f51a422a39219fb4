package org.leibniz.dataset.exams;

import java.util.Set;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.plugin.Plugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** MMLU-Math, the 974 problems of MAmmoTH's evaluation: MMLU's mathematical subjects without high-school statistics. */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=mmlu-math")
public final class MmluMathSource implements DatasetSource {
  private static final MmluSet SET =
      new MmluSet(
          "mmlu-math",
          Set.of(
              "abstract_algebra",
              "college_mathematics",
              "elementary_mathematics",
              "formal_logic",
              "high_school_mathematics"));

  @Override
  public Dataset open(Config config) {
    return SET.open(config);
  }
}
