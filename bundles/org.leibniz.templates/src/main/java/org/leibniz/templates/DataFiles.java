package org.leibniz.templates;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.leibniz.api.LeibnizException;

/** Writes what a recipe asks for, in JSON Lines. A file is there whole or not at all. */
public final class DataFiles {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Recipe recipe;
  private final Generator generator;
  private final Prompts prompts;

  public DataFiles(Recipe recipe, Prompts prompts) {
    this.recipe = recipe;
    this.generator =
        new Generator(recipe.templates().map(Templates::in).orElseGet(Templates::builtIn), recipe.seed());
    this.prompts = prompts;
  }

  /** Writes lines to a file that is not complete yet. */
  private interface Lines {
    void writeTo(BufferedWriter out) throws IOException;
  }

  /** Writes the training file; gives the number of its lines. */
  public int writeTraining() {
    int[] written = {0};
    write(
        recipe.trainingFile(),
        out -> {
          for (int stage = 0; stage < recipe.stages().size(); stage++) {
            for (int i = 0; i < recipe.stages().get(stage).samples(); i++) {
              line(out, json(sample(stage, written[0]++)));
            }
          }
        });
    return written[0];
  }

  private TrainingSample sample(int stage, int index) {
    Form form = recipe.stages().get(stage).form(recipe.seed(), index);
    Exercise exercise = generator.training(index);
    List<Recipe.Asking> askings = recipe.askings().get(form);
    List<Recipe.Asking> ballots = new ArrayList<>();
    askings.forEach(asking -> ballots.addAll(Collections.nCopies(asking.weight(), asking)));
    Recipe.Asking asking = new Chance(recipe.seed() + form.ordinal() + 1, index).of(ballots);
    String id = "train-" + index;
    String prompt = prompts.prompt(asking.strategy(), exercise.problem(id, index));
    return TrainingSample.of(id, stage + 1, form, exercise, prompt);
  }

  /** Writes the test file, seen wordings first; gives the number of its lines. */
  public int writeTest() {
    List<Exercise> exercises = new ArrayList<>(generator.test(Wording.SEEN, recipe.test().seen()));
    exercises.addAll(generator.test(Wording.UNSEEN, recipe.test().unseen()));
    write(
        recipe.test().file(),
        out -> {
          int number = 0;
          for (Exercise exercise : exercises) {
            line(out, problem("test-" + number++, exercise).put("solution", exercise.rationale()));
          }
        });
    return exercises.size();
  }

  private static ObjectNode problem(String id, Exercise exercise) {
    return MAPPER
        .createObjectNode()
        .put("id", id)
        .put("subject", exercise.subject())
        .put("level", exercise.level())
        .put("template", exercise.template())
        .put("wording", exercise.wording().id())
        .put("question", exercise.question())
        .put("answer", exercise.answer());
  }

  private static ObjectNode json(TrainingSample sample) {
    ObjectNode node = problem(sample.id(), sample.exercise());
    node.put("stage", sample.stage()).put("form", sample.form().id()).put("prompt", sample.prompt());
    ArrayNode segments = node.putArray("segments");
    sample.segments().forEach(block -> segments.addObject().put("kind", block.kind().id()).put("text", block.text()));
    return node;
  }

  private static void line(BufferedWriter out, ObjectNode node) throws IOException {
    out.write(MAPPER.writeValueAsString(node));
    out.write('\n');
  }

  private static void write(Path file, Lines lines) {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (BufferedWriter out = Files.newBufferedWriter(partial)) {
        lines.writeTo(out);
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw LeibnizException.badInput(file, 0, "", "cannot be written: " + e.getMessage());
    }
  }
}
