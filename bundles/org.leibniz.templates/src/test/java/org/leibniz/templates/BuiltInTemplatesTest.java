package org.leibniz.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.strategy.Solution;
import org.leibniz.grader.math.MathGrader;

/** The templates that come with Leibniz. That their programs give the answers is checked where there is an executor. */
class BuiltInTemplatesTest {
  private static final Templates TEMPLATES = Templates.builtIn();

  /** Words, single digits and single signs: about what a tokenizer for these texts makes of them. */
  private static final Pattern TOKEN = Pattern.compile(" ?[A-Za-z]+|\\d|[^\\sA-Za-z\\d]|\\n| {2,}");

  private static List<Exercise> exercises(int count) {
    return new Generator(TEMPLATES, 3).everyKind(count);
  }

  @Test
  void atLeastEightOfEachSubjectOfMath() {
    Map<String, Long> counts =
        TEMPLATES.all().stream().collect(Collectors.groupingBy(Template::subject, Collectors.counting()));
    assertThat(counts)
        .containsOnlyKeys(
            "Prealgebra", "Algebra", "Number Theory", "Counting & Probability", "Geometry", "Intermediate Algebra", "Precalculus");
    assertThat(counts.values()).allMatch(count -> count >= 8);
  }

  @Test
  void sixWordingsForTrainingAndMoreForTheTestAllDifferent() {
    for (Template template : TEMPLATES.all()) {
      assertThat(template.wordings(Wording.SEEN)).as(template.id()).isGreaterThanOrEqualTo(6);
      assertThat(template.wordings(Wording.UNSEEN)).as(template.id()).isGreaterThanOrEqualTo(2);
      Set<String> texts = new HashSet<>();
      for (Wording kind : Wording.values()) {
        for (int i = 0; i < template.wordings(kind); i++) {
          String withoutValues = template.question(kind, i).source().replaceAll("\\{[^}]*\\}|\\W", "").toLowerCase();
          assertThat(texts.add(withoutValues)).as("%s: %s", template.id(), template.question(kind, i).source()).isTrue();
        }
      }
    }
  }

  @Test
  void everyLevelHasNumbersForTrainingAndForTheTest() {
    assertThat(exercises(1)).extracting(Exercise::level).contains(1, 2, 3, 4, 5);
  }

  @Test
  void theGraderFindsTheAnswerInEveryForm() {
    MathGrader grader = new MathGrader();
    for (Exercise exercise : exercises(2)) {
      Problem problem = exercise.problem("p", 0);
      for (String text : List.of(exercise.rationale(), exercise.interleaved().getLast().text())) {
        Extraction found = grader.extract(problem, Solution.ofText(text));
        Optional<Verdict.Equality> equality =
            found.answer().map(given -> grader.compare(problem, exercise.answer(), given, program -> null).equality());
        assertThat(equality).as("%s: %s", exercise.template(), text).contains(Verdict.Equality.EQUAL);
      }
    }
  }

  @Test
  void everyEquationInARationaleHolds() {
    long equations = 0;
    for (Exercise exercise : exercises(4)) {
      Statements statements = new Statements(exercise.rationale());
      assertThat(statements.wrong()).as("%s: %s", exercise.template(), exercise.rationale()).isEmpty();
      equations += statements.count();
    }
    assertThat(equations).isGreaterThan(20_000);
  }

  @Test
  void textsAreCleanAndShort() {
    for (Exercise exercise : exercises(4)) {
      String transcript = exercise.interleaved().stream().map(Block::text).collect(Collectors.joining("\n"));
      for (String text : List.of(exercise.question(), exercise.rationale(), exercise.program(), transcript)) {
        assertThat(text).as(exercise.template()).doesNotContain("{", "}", "+ -", "- -", " .", "..", "null");
      }
      assertThat(exercise.question() + exercise.rationale()).as(exercise.template()).doesNotContain("  ");
      assertThat(tokens(exercise.question() + exercise.rationale())).as(exercise.rationale()).isLessThan(300);
      assertThat(tokens(exercise.question() + exercise.program())).as(exercise.program()).isLessThan(150);
      assertThat(tokens(exercise.question() + transcript)).as(transcript).isLessThan(200);
    }
  }

  @Test
  void hardlyAnySampleIsLongerThanTwoHundredTokens() {
    List<Integer> lengths =
        exercises(2).stream().map(exercise -> tokens(exercise.question() + exercise.rationale())).sorted().toList();
    assertThat(lengths.get(lengths.size() * 95 / 100)).isLessThanOrEqualTo(200);
  }

  private static int tokens(String text) {
    return (int) TOKEN.matcher(text).results().count();
  }

  @Test
  void wordsAreFew() {
    Set<String> words =
        exercises(1).stream()
            .flatMap(exercise -> Pattern.compile("[A-Za-z]+").matcher(exercise.question() + " " + exercise.rationale()).results())
            .map(match -> match.group().toLowerCase())
            .collect(Collectors.toSet());
    assertThat(words).hasSizeLessThan(1_100);
  }

  @Test
  void theNumbersAreNotSoFewThatTheyCouldBeLearntByHeart() {
    for (Template template : TEMPLATES.all()) {
      Set<List<Long>> combinations =
          new Generator(new Templates(List.of(template)), 1)
              .everyKind(40).stream().map(Exercise::numbers).collect(Collectors.toSet());
      assertThat(combinations).as(template.id()).hasSizeGreaterThan(80);
    }
  }

  @Test
  void answersAreSpread() {
    for (Template template : TEMPLATES.all()) {
      List<Exercise> drawn = new Generator(new Templates(List.of(template)), 1).everyKind(4);
      long most =
          drawn.stream().collect(Collectors.groupingBy(Exercise::answer, Collectors.counting())).values().stream()
              .mapToLong(Long::longValue).max().orElseThrow();
      assertThat((double) most / drawn.size()).as("share of the most frequent answer of " + template.id()).isLessThan(0.34);
    }
  }

  @Test
  void everyTemplateIsListedOnce() {
    assertThat(TEMPLATES.all().stream().map(Template::id).collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
        .allSatisfy((id, count) -> assertThat(count).as(id).isEqualTo(1));
  }
}
