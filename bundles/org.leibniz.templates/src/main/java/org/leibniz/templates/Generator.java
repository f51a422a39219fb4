package org.leibniz.templates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Draws exercises from templates; the same seed gives the same ones. Training exercises are worded as seen and have no
 * numbers of the test. Immutable.
 */
public record Generator(Templates templates, long seed) {
  /** How often a test exercise is drawn again because its question was there already. */
  private static final int REPEATS = 200;

  /** The {@code index}-th training exercise: templates in equal shares by chance, then a level of the template's. */
  public Exercise training(long index) {
    Chance chance = new Chance(seed, index);
    Template template = chance.of(templates.all());
    return new Draw(template, chance).exercise(Split.TRAIN, chance.of(template.levels()), Wording.SEEN);
  }

  /**
   * Test exercises of every template, with different questions and levels in turn. A template whose held-out numbers
   * are few gives fewer.
   *
   * @param perTemplate how many of each template
   */
  public List<Exercise> test(Wording wording, int perTemplate) {
    List<Exercise> exercises = new ArrayList<>();
    Set<String> questions = new HashSet<>();
    int position = 0;
    for (Template template : templates.all()) {
      // The test has its own draws: another seed than training's n-th, and another for each kind of wording.
      Chance chance = new Chance(~seed, 2L * position++ + wording.ordinal());
      Draw draw = new Draw(template, chance);
      List<Integer> levels = template.levels();
      for (int i = 0; i < perTemplate; i++) {
        for (int repeat = 0; repeat < REPEATS; repeat++) {
          Exercise exercise = draw.exercise(Split.TEST, levels.get(i % levels.size()), wording);
          if (questions.add(exercise.question())) {
            exercises.add(exercise);
            break;
          }
        }
      }
    }
    return exercises;
  }

  /** One exercise of every template and wording, levels and splits in turn, for a quick check. */
  public List<Exercise> everyWording() {
    List<Exercise> exercises = new ArrayList<>();
    for (Template template : templates.all()) {
      int turn = 0;
      for (Wording kind : Wording.values()) {
        for (int wording = 0; wording < template.wordings(kind); wording++) {
          int level = template.levels().get(turn % template.levels().size());
          Split split = Split.values()[turn++ % Split.values().length];
          exercises.add(new Draw(template, new Chance(seed, exercises.size())).exercise(split, level, kind, wording));
        }
      }
    }
    return exercises;
  }

  /**
   * Exercises of every template, level, wording and split, for a whole check.
   *
   * @param count how many of each
   */
  public List<Exercise> everyKind(int count) {
    List<Exercise> exercises = new ArrayList<>();
    for (Template template : templates.all()) {
      for (Split split : Split.values()) {
        for (Wording kind : Wording.values()) {
          for (int wording = 0; wording < template.wordings(kind); wording++) {
            for (int level : template.levels()) {
              for (int i = 0; i < count; i++) {
                Chance chance = new Chance(seed, exercises.size());
                exercises.add(new Draw(template, chance).exercise(split, level, kind, wording));
              }
            }
          }
        }
      }
    }
    return exercises;
  }
}
