package org.leibniz.dataset.exams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leibniz.dataset.exams.Corpora.byId;
import static org.leibniz.dataset.exams.Corpora.ids;
import static org.leibniz.dataset.exams.Corpora.open;
import static org.leibniz.dataset.exams.Corpora.subjects;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leibniz.api.dataset.Choice;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.Problem;

/** Counts, subjects, choices and agreement of forms on the published files. */
class PublishedExamsTest {
  private static final Map<String, Long> MMLU_MATH =
      Map.of(
          "abstract_algebra", 100L,
          "college_mathematics", 100L,
          "elementary_mathematics", 378L,
          "formal_logic", 126L,
          "high_school_mathematics", 270L);

  @Test
  void aquaIsTheSameInThePublishersAndAgiEvalsForm() {
    Dataset publisher = open(new AquaRatSource(), "aqua_rat/test.json");
    Dataset agiEval = open(new AquaRatSource(), "aqua_rat/agieval_aqua-rat.jsonl");
    Dataset dev = open(new AquaRatSource(), "aqua_rat/dev.json");

    assertThat(publisher.problems()).hasSize(254).allMatch(problem -> problem.choices().size() == 5);
    assertThat(ids(agiEval)).isEqualTo(ids(publisher));
    assertThat(agiEval.problems()).extracting(Problem::choices)
        .isEqualTo(publisher.problems().stream().map(Problem::choices).toList());
    assertThat(publisher.problems().getFirst().choices().getFirst()).isEqualTo(new Choice("A", "5(√3 + 1)"));
    assertThat(publisher.problems().getFirst().answer()).isEqualTo("A");
    assertThat(dev.problems()).hasSize(254);
    assertThat(dev.split()).isEqualTo("dev");
  }

  @Test
  void satHas220ProblemsInTwoFormsAnd32Others() {
    Dataset agiEval = open(new SatMathSource(), "sat_math/agieval_sat-math.jsonl");
    Dataset mammoth = open(new SatMathSource(), "sat_math/mammoth_sat.json");
    Dataset others = open(new SatMathSource(), "sat_math/meh_sat_math_32.jsonl");

    assertThat(agiEval.problems()).hasSize(220);
    assertThat(ids(mammoth)).isEqualTo(ids(agiEval));
    assertThat(mammoth.problems()).extracting(Problem::answer)
        .isEqualTo(agiEval.problems().stream().map(Problem::answer).toList());
    assertThat(mammoth.problems()).allMatch(problem -> problem.choices().size() == 4);
    assertThat(agiEval.problems()).filteredOn(problem -> problem.attributes().containsKey("passage")).hasSize(14);
    assertThat(others.problems()).hasSize(32).allMatch(problem -> problem.choices().size() == 4);
    assertThat(ids(others)).doesNotContainAnyElementsOf(ids(agiEval));
  }

  @Test
  void mmluMathHas974ProblemsFromCsvFoldersAndMammoth() {
    Dataset mammoth = open(new MmluMathSource(), "mmlu/mammoth_mmlu_mathematics.json");
    Dataset csv = open(new MmluMathSource(), "mmlu/test");
    Dataset above = open(new MmluMathSource(), "mmlu");

    assertThat(subjects(mammoth)).isEqualTo(MMLU_MATH);
    assertThat(subjects(csv)).isEqualTo(MMLU_MATH);
    assertThat(above.problems()).isEqualTo(csv.problems());
    Map<String, Problem> byId = byId(csv);
    assertThat(ids(mammoth)).hasSize(974).containsExactlyInAnyOrderElementsOf(byId.keySet());
    for (Problem problem : mammoth.problems()) {
      Problem other = byId.get(problem.id());
      assertThat(other.question()).isEqualTo(problem.question());
      assertThat(other.choices()).isEqualTo(problem.choices());
      assertThat(other.answer()).isEqualTo(problem.answer());
    }
  }

  @Test
  void mmluMathReadsOneSubjectAndTheDevelopmentQuestions() {
    assertThat(subjects(open(new MmluMathSource(), "mmlu/test/formal_logic_test.csv"))).isEqualTo(Map.of("formal_logic", 126L));
    Dataset dev = open(new MmluMathSource(), "mmlu/dev");
    assertThat(dev.problems()).hasSize(25);
    assertThat(dev.split()).isEqualTo("dev");
    assertThat(open(new MmluMathSource(), "mmlu", "split", "dev").problems()).isEqualTo(dev.problems());
  }

  @Test
  void mmluStemHas3018ProblemsOf18Subjects() {
    Dataset stem = open(new MmluStemSource(), "mmlu_stem/test.jsonl");

    assertThat(stem.problems()).hasSize(3018);
    assertThat(subjects(stem)).hasSize(18).containsEntry("high_school_biology", 310L).containsEntry("astronomy", 152L);
  }

  @Test
  void mathQaSampleCarriesTheIdsOfTheWholeTestSplit() {
    Dataset sample = open(new MathQaSource(), "mathqa/meh_test.jsonl");
    Dataset whole = open(new MathQaSource(), "mathqa/cfmoe_test_full.json");

    assertThat(sample.problems()).hasSize(1000);
    assertThat(subjects(sample))
        .isEqualTo(Map.of("general", 437L, "physics", 241L, "gain", 171L, "geometry", 73L, "other", 57L, "probability", 21L));
    assertThat(whole.problems()).hasSize(2985);
    Map<String, Problem> byId = byId(whole);
    for (Problem problem : sample.problems()) {
      assertThat(byId.get(problem.id()).answer()).isEqualTo(problem.answer());
      assertThat(byId.get(problem.id()).choices()).isEqualTo(problem.choices());
    }
    assertThat(whole.problems()).filteredOn(problem -> problem.choices().size() != 5).isEmpty();
    assertThat(sample.problems().getFirst().choices().getFirst()).isEqualTo(new Choice("A", "12"));
  }
}
