package org.leibniz.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leibniz.api.Config;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.Problem;
import org.leibniz.templates.internal.TemplatesSource;

/** Templates as a dataset. */
class TemplatesSourceTest {
  private static Dataset open(Map<String, Object> config) {
    return new TemplatesSource().open(Config.of(config));
  }

  private static List<String> ids(Dataset dataset) {
    return dataset.problems().stream().map(Problem::id).toList();
  }

  @Test
  void givesWhatWasAskedForWithIdsAndPositions() {
    Dataset dataset = open(Map.of("perTemplate", 3L, "wording", "unseen"));
    assertThat(dataset.id()).isEqualTo("templates");
    assertThat(dataset.split()).isEqualTo("unseen wordings");
    assertThat(open(Map.of()).split()).isEqualTo("test");
    assertThat(dataset.problems()).hasSize(3 * Templates.builtIn().all().size());
    assertThat(ids(dataset)).doesNotHaveDuplicates();
    for (int i = 0; i < dataset.problems().size(); i++) {
      Problem problem = dataset.problems().get(i);
      assertThat(problem.position()).isEqualTo(i);
      assertThat(problem.level()).isBetween(1, 5);
      assertThat(problem.attributes()).containsEntry("wording", "unseen").containsKey("template");
      assertThat(problem.solution()).endsWith("The answer is " + problem.answer() + ".");
    }
  }

  @Test
  void theSameConfigurationIsTheSameDatasetAndAnotherSeedAnotherOne() {
    assertThat(open(Map.of("seed", 4L))).isEqualTo(open(Map.of("seed", 4L)));
    assertThat(open(Map.of("seed", 5L)).digest()).isNotEqualTo(open(Map.of("seed", 4L)).digest()).matches("[0-9a-f]{64}");
    assertThat(ids(open(Map.of()))).doesNotContainAnyElementsOf(ids(open(Map.of("wording", "unseen"))));
  }

  @Test
  void aDrawOfMoreBeginsWithTheSameProblems() {
    List<String> more = ids(open(Map.of("perTemplate", 6L)));
    assertThat(more).containsAll(ids(open(Map.of("perTemplate", 2L))));
  }

  @Test
  void mistakesAreNamed() {
    refused(Map.of("perTemplate", 0L), "perTemplate");
    refused(Map.of("wording", "new"), "seen, unseen");
    refused(Map.of("path", "nowhere"), "nowhere");
  }

  private static void refused(Map<String, Object> config, String message) {
    assertThatThrownBy(() -> open(config)).isInstanceOf(LeibnizException.class).hasMessageContaining(message);
  }
}
