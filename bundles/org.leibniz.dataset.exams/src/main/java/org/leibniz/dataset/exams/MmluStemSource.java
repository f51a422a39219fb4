package org.leibniz.dataset.exams;

import java.util.Set;
import org.leibniz.api.Config;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.plugin.Plugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** MMLU-STEM, the 18 STEM subjects of MMLU as Minerva (Lewkowycz et al. 2022) and Llemma evaluate them. */
@Component(scope = ServiceScope.PROTOTYPE, service = DatasetSource.class, property = Plugin.ID + "=mmlu-stem")
public final class MmluStemSource implements DatasetSource {
  private static final MmluSet SET =
      new MmluSet(
          "mmlu-stem",
          Set.of(
              "abstract_algebra",
              "astronomy",
              "college_biology",
              "college_chemistry",
              "college_computer_science",
              "college_mathematics",
              "college_physics",
              "computer_security",
              "conceptual_physics",
              "electrical_engineering",
              "elementary_mathematics",
              "high_school_biology",
              "high_school_chemistry",
              "high_school_computer_science",
              "high_school_mathematics",
              "high_school_physics",
              "high_school_statistics",
              "machine_learning"));

  @Override
  public Dataset open(Config config) {
    return SET.open(config);
  }
}
