package org.leibniz.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Training and test have nothing in common but what is meant to be. */
class GeneratorTest {
  private static final Templates TEMPLATES = Templates.builtIn();

  private static List<Exercise> training(long seed, int count) {
    Generator generator = new Generator(TEMPLATES, seed);
    return LongStream.range(0, count).mapToObj(generator::training).toList();
  }

  private static Set<String> numbers(List<Exercise> exercises) {
    return exercises.stream().map(exercise -> exercise.template() + "\n" + exercise.numbers()).collect(Collectors.toSet());
  }

  @Test
  void noNumbersOfATestAreInAnyTrainingWhateverTheSeeds() {
    Set<String> trained = numbers(training(1, 20_000));
    trained.addAll(numbers(training(2, 20_000)));
    for (long seed = 1; seed < 4; seed++) {
      for (Wording wording : Wording.values()) {
        assertThat(numbers(new Generator(TEMPLATES, seed).test(wording, 20))).doesNotContainAnyElementsOf(trained);
      }
    }
  }

  /** The numbers in a question in whatever order, with the answer. */
  private static Set<String> shown(List<Exercise> exercises) {
    return exercises.stream()
        .map(
            exercise ->
                exercise.template() + " " + exercise.answer()
                    + Pattern.compile("\\d+").matcher(exercise.question()).results().map(MatchResult::group).sorted().toList())
        .collect(Collectors.toSet());
  }

  @Test
  void hardlyAnyTestHasTheNumbersOfATrainingInAnotherOrderWithTheSameAnswer() {
    Set<String> trained = shown(training(1, 40_000));
    Set<String> tested = shown(new Generator(TEMPLATES, 1).test(Wording.SEEN, 5));
    long again = tested.stream().filter(trained::contains).count();
    assertThat((double) again / tested.size()).isLessThan(0.03);
  }

  @Test
  void noQuestionOfATestIsInTheTraining() {
    Set<String> questions = training(1, 40_000).stream().map(Exercise::question).collect(Collectors.toSet());
    Generator other = new Generator(TEMPLATES, 9);
    assertThat(other.test(Wording.SEEN, 20)).extracting(Exercise::question).doesNotContainAnyElementsOf(questions);
  }

  @Test
  void trainingHasNoUnseenWording() {
    assertThat(training(3, 5_000)).allMatch(exercise -> exercise.wording() == Wording.SEEN && exercise.split() == Split.TRAIN);
  }

  @Test
  void theSameSeedGivesTheSameWhereverOneBegins() {
    assertThat(new Generator(TEMPLATES, 4).training(777)).isEqualTo(training(4, 778).getLast());
    assertThat(new Generator(TEMPLATES, 4).test(Wording.UNSEEN, 3)).isEqualTo(new Generator(TEMPLATES, 4).test(Wording.UNSEEN, 3));
    assertThat(training(4, 50)).isNotEqualTo(training(5, 50));
  }

  @Test
  void testProblemsAreAllDifferentAndOfEveryTemplateAndLevel() {
    List<Exercise> test = new Generator(TEMPLATES, 1).test(Wording.SEEN, 5);
    assertThat(test).hasSize(5 * TEMPLATES.all().size()).allMatch(exercise -> exercise.split() == Split.TEST);
    assertThat(test).extracting(Exercise::question).doesNotHaveDuplicates();
    for (Template template : TEMPLATES.all()) {
      Set<Integer> levels =
          test.stream().filter(exercise -> exercise.template().equals(template.id())).map(Exercise::level).collect(Collectors.toSet());
      assertThat(levels).as(template.id()).containsAll(new HashSet<>(template.levels()));
    }
  }

  @Test
  void templatesAndWordingsComeInEqualShares() {
    List<Exercise> drawn = training(6, 29_000);
    assertThat(drawn.stream().collect(Collectors.groupingBy(Exercise::template, Collectors.counting())).values())
        .allMatch(count -> Math.abs(count - 500) < 120);
  }
}
