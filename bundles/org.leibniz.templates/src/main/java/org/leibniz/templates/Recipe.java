package org.leibniz.templates;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.Config;

/**
 * What data is drawn from templates: the training file with its stages and the prompts it teaches, and the test file.
 *
 * @param templates a folder of templates in place of the built-in ones
 */
public record Recipe(
    long seed,
    Optional<Path> templates,
    Path trainingFile,
    List<Stage> stages,
    Map<Form, List<Asking>> askings,
    TestSet test) {

  /**
   * A stretch of the training file.
   *
   * @param samples how many
   * @param weights the shares of the forms, of any sum above zero
   */
  public record Stage(int samples, Map<Form, Integer> weights) {
    /** The form of the {@code index}-th sample. */
    Form form(long seed, long index) {
      long total = weights.values().stream().mapToLong(Integer::longValue).sum();
      long drawn = new Chance(seed ^ FORMS, index).below(total);
      for (Form form : Form.values()) {
        drawn -= weights.get(form);
        if (drawn < 0) {
          return form;
        }
      }
      throw new IllegalStateException();
    }
  }

  /**
   * A strategy whose prompt is taught.
   *
   * @param strategy its id and settings, as in a run file
   * @param weight its share among those of the same form
   */
  public record Asking(Config strategy, int weight) {}

  /**
   * The test file.
   *
   * @param seen problems a template with the wordings of the training
   * @param unseen problems a template with wordings kept for the test
   */
  public record TestSet(Path file, int seen, int unseen) {}

  /** Keeps the draw of forms apart from the draw of exercises. */
  private static final long FORMS = 0x464f524dL;

  private static final int MOST_SAMPLES = 20_000_000;
  private static final int MOST_TESTS = 10_000;

  public Recipe {
    stages = List.copyOf(stages);
    askings = Map.copyOf(askings);
  }

  /** Reads a recipe; paths are relative to its file. */
  public static Recipe read(Config config) {
    Keys.only(config, "seed", "templates", "train", "prompts", "test");
    Config train = config.child("train");
    Keys.only(train, "file", "stages");
    Config test = config.child("test");
    Keys.only(test, "file", "seen", "unseen");
    List<Stage> stages = train.children("stages").stream().map(Recipe::stage).toList();
    if (stages.isEmpty()) {
      String example = "[{samples: 10000, cot: 30, pot: 40, interleaved: 30}]";
      throw train.wrong("stages", "is missing; expected a list such as " + example);
    }
    return new Recipe(
        config.integer("seed", 0),
        config.path("templates"),
        train.path("file").orElseThrow(() -> train.wrong("file", "is missing; expected the file to write")),
        stages,
        askings(config.child("prompts")),
        new TestSet(
            test.path("file").orElseThrow(() -> test.wrong("file", "is missing; expected the file to write")),
            Keys.count(test, "seen", 0, MOST_TESTS),
            Keys.count(test, "unseen", 0, MOST_TESTS)));
  }

  private static Stage stage(Config config) {
    Keys.only(config, "samples", "cot", "pot", "interleaved");
    Map<Form, Integer> weights = new EnumMap<>(Form.class);
    for (Form form : Form.values()) {
      weights.put(form, Keys.count(config, form.id(), 0, 1000));
    }
    if (weights.values().stream().allMatch(weight -> weight == 0)) {
      throw config.wrong("cot", "expected a share above 0 for one of cot, pot and interleaved");
    }
    return new Stage(Keys.count(config, "samples", 1, MOST_SAMPLES), weights);
  }

  private static Map<Form, List<Asking>> askings(Config config) {
    Keys.only(config, Form.COT.id(), Form.POT.id(), Form.INTERLEAVED.id());
    Map<Form, List<Asking>> askings = new EnumMap<>(Form.class);
    for (Form form : Form.values()) {
      List<Asking> ofForm = new ArrayList<>();
      for (Config written : config.children(form.id())) {
        Keys.only(written, "strategy", "weight");
        ofForm.add(new Asking(written.child("strategy"), Keys.count(written, "weight", 1, 1000)));
      }
      askings.put(form, ofForm.isEmpty() ? List.of(usual(form)) : List.copyOf(ofForm));
    }
    return askings;
  }

  /** The strategy of the same name with its defaults. */
  private static Asking usual(Form form) {
    return new Asking(Config.of(Map.of("id", form.id())), 1);
  }
}
