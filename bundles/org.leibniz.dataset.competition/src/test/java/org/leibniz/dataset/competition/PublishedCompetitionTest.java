package org.leibniz.dataset.competition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leibniz.dataset.competition.Corpora.byId;
import static org.leibniz.dataset.competition.Corpora.ids;
import static org.leibniz.dataset.competition.Corpora.levels;
import static org.leibniz.dataset.competition.Corpora.open;
import static org.leibniz.dataset.competition.Corpora.subjects;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.Problem;

/** Counts, subjects, levels and agreement of forms on the published files. */
class PublishedCompetitionTest {
  private static final Map<String, Long> SUBJECTS =
      Map.of(
          "algebra", 1187L,
          "intermediate_algebra", 903L,
          "prealgebra", 871L,
          "precalculus", 546L,
          "number_theory", 540L,
          "geometry", 479L,
          "counting_and_probability", 474L);

  @Test
  void mathHas5000ProblemsInSevenSubjectsAndFiveLevels() {
    Dataset math = open(new MathSource(), "math/test");

    assertThat(math.problems()).hasSize(5000);
    assertThat(math.split()).isEqualTo("test");
    assertThat(subjects(math)).isEqualTo(SUBJECTS);
    assertThat(levels(math)).isEqualTo(Map.of(1, 437L, 2, 894L, 3, 1131L, 4, 1214L, 5, 1324L));
    assertThat(byId(math).get("test/algebra/1.json").answer()).isEqualTo("2");
    assertThat(byId(math).get("test/algebra/1.json").attributes()).containsEntry("type", "Algebra");
  }

  @Test
  void mathIsFoundFromTheFolderAboveAndBySubject() {
    Dataset math = open(new MathSource(), "math/test");
    Dataset above = open(new MathSource(), "math");
    Dataset algebra = open(new MathSource(), "math/test/algebra");
    Dataset one = open(new MathSource(), "math/test/algebra/1.json");

    assertThat(above.problems()).isEqualTo(math.problems());
    assertThat(above.digest()).isEqualTo(math.digest());
    assertThat(algebra.problems()).hasSize(1187);
    assertThat(byId(math)).containsKeys(ids(algebra).toArray(String[]::new));
    assertThat(ids(one)).containsExactly("test/algebra/1.json");
  }

  @Test
  void math500AndMathCodersValidationSetAreProblemsOfTheWhole() {
    Map<String, Problem> math = byId(open(new MathSource(), "math/test"));
    Dataset openAi = open(new MathSource(), "math/math500_prm800k.jsonl");
    Dataset mathcoder = open(new MathSource(), "math/mathcoder_minival_test_post.jsonl");

    assertThat(openAi.problems()).hasSize(500);
    assertThat(ids(mathcoder)).containsExactlyInAnyOrderElementsOf(ids(openAi));
    for (Problem problem : openAi.problems()) {
      Problem whole = math.get(problem.id());
      assertThat(problem.answer()).isEqualTo(whole.answer());
      assertThat(problem.subject()).isEqualTo(whole.subject());
      assertThat(problem.level()).isEqualTo(whole.level());
    }
    for (Problem problem : mathcoder.problems()) {
      Problem whole = math.get(problem.id());
      assertThat(problem.question()).isEqualTo(whole.question());
      assertThat(problem.subject()).isEqualTo(whole.subject());
      assertThat(problem.level()).isEqualTo(whole.level());
    }
  }

  @Test
  void mathematicsIsTheSameInBothForms() {
    Dataset mammoth = open(new MathematicsSource(), "mathematics/deepmind.json");

    assertThat(mammoth.problems()).hasSize(1000);
    assertThat(mammoth.problems().get(1).answer()).isEqualTo("[3]");
    assertThat(open(new MathematicsSource(), "mathematics/mathcoder_mathematics_test_post.jsonl").problems())
        .isEqualTo(mammoth.problems());
  }

  @Test
  void ocwHas272ProblemsOfNineCourses() {
    Dataset ocw = open(new OcwSource(), "ocw/test.jsonl");

    assertThat(ocw.problems()).hasSize(272);
    assertThat(subjects(ocw)).hasSize(9).containsEntry("Introduction to Solid State Chemistry (3.091 Fall 2010)", 97L);
    assertThat(ocw.problems().getFirst().answer()).isEqualTo("1.6");
  }

  @Test
  void theoremQaHas800ProblemsOfFourFields() {
    Dataset theoremQa = open(new TheoremQaSource(), "theoremqa/theoremqa_test.json");

    assertThat(subjects(theoremQa)).isEqualTo(Map.of("Math", 442L, "EECS", 146L, "Physics", 131L, "Finance", 81L));
    assertThat(theoremQa.problems()).filteredOn(p -> p.attributes().get("answerType").equals("bool")).hasSize(116)
        .allMatch(p -> p.answer().equals("True") || p.answer().equals("False"));
    assertThat(theoremQa.problems()).filteredOn(p -> p.attributes().containsKey("picture")).hasSize(53);
  }
}
