package org.leibniz.dataset.wordproblems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leibniz.dataset.wordproblems.Corpora.byId;
import static org.leibniz.dataset.wordproblems.Corpora.ids;
import static org.leibniz.dataset.wordproblems.Corpora.levels;
import static org.leibniz.dataset.wordproblems.Corpora.open;
import static org.leibniz.dataset.wordproblems.Corpora.subjects;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.Problem;

/** Counts, subjects and agreement of forms on the published files. */
class PublishedWordProblemsTest {
  @Test
  void gsm8kHas1319TestAnd7473TrainingProblems() {
    Dataset test = open(new Gsm8kSource(), "gsm8k/test.jsonl");
    Dataset train = open(new Gsm8kSource(), "gsm8k/train.jsonl");

    assertThat(test.problems()).hasSize(1319);
    assertThat(test.split()).isEqualTo("test");
    assertThat(train.problems()).hasSize(7473);
    assertThat(train.split()).isEqualTo("train");
    assertThat(open(new Gsm8kSource(), "gsm8k", "split", "train").problems()).isEqualTo(train.problems());
    assertThat(test.problems()).allMatch(problem -> problem.answer().matches("-?\\d[\\d,]*"));
    assertThat(test.problems().getFirst().answer()).isEqualTo("18");
    assertThat(new HashSet<>(ids(test))).doesNotContainAnyElementsOf(ids(train));
  }

  @Test
  void gsm8kHasTheSameIdsAndAnswersInMathCodersForm() {
    Dataset publisher = open(new Gsm8kSource(), "gsm8k/test.jsonl");
    Dataset mathcoder = open(new Gsm8kSource(), "gsm8k/mathcoder_GSM8K_test_post.jsonl");

    assertThat(ids(mathcoder)).isEqualTo(ids(publisher));
    assertThat(mathcoder.problems()).extracting(Problem::answer)
        .isEqualTo(publisher.problems().stream().map(problem -> problem.answer().replace(",", "")).toList());
    assertThat(mathcoder.problems()).extracting(Problem::question)
        .isEqualTo(publisher.problems().stream().map(Problem::question).toList());
    assertThat(mathcoder.problems().getFirst().attributes()).containsEntry("mathcoderId", "1");
  }

  @Test
  void gsmHardIsTheSameInBothForms() {
    Dataset publisher = open(new GsmHardSource(), "gsm_hard/gsmhardv2.jsonl");
    Dataset tora = open(new GsmHardSource(), "gsm_hard/tora_test.jsonl");

    assertThat(publisher.problems()).hasSize(1319).isEqualTo(tora.problems());
    assertThat(publisher.problems().getFirst().answer()).isEqualTo("-9867630.0");
    assertThat(publisher.problems()).allMatch(problem -> problem.attributes().get("program").contains("def solution"));
    assertThat(publisher.problems().stream().filter(p -> new BigDecimal(p.answer()).stripTrailingZeros().scale() > 0))
        .isNotEmpty();
  }

  @Test
  void svampHasTheSameIdsInItsFourFormsOneOfThemShuffled() {
    Dataset publisher = open(new SvampSource(), "svamp/SVAMP.json");
    Dataset tora = open(new SvampSource(), "svamp/tora_test.jsonl");
    Dataset mathcoder = open(new SvampSource(), "svamp/mathcoder_SVAMP_test_post.jsonl");
    Dataset pal = open(new SvampSource(), "svamp/pal_svamp.jsonl");

    assertThat(publisher.problems()).hasSize(1000);
    assertThat(subjects(publisher))
        .isEqualTo(
            Map.of("Subtraction", 531L, "Addition", 195L, "Common-Division", 165L, "Multiplication", 108L, "Common-Divison", 1L))
        .isEqualTo(subjects(tora));
    assertThat(ids(mathcoder)).isEqualTo(ids(publisher)).isEqualTo(ids(pal));
    assertThat(ids(tora)).isNotEqualTo(ids(publisher)).containsExactlyInAnyOrderElementsOf(ids(publisher));
    Map<String, Problem> shuffled = byId(tora);
    for (Problem problem : publisher.problems()) {
      Problem other = shuffled.get(problem.id());
      assertThat(other.answer()).isEqualTo(problem.answer());
      assertThat(other.attributes()).isEqualTo(problem.attributes()).containsKeys("body", "question", "publisherId");
    }
    assertThat(mathcoder.problems()).extracting(Problem::answer)
        .isEqualTo(publisher.problems().stream().map(Problem::answer).toList());
    assertThat(pal.problems()).extracting(Problem::answer)
        .isEqualTo(publisher.problems().stream().map(Problem::answer).toList());
  }

  @Test
  void asdivsSubsetsCarryTheIdsOfTheWholeSet() {
    Dataset whole = open(new AsdivSource(), "asdiv/ASDiv.xml");
    Dataset tora = open(new AsdivSource(), "asdiv/tora_test.jsonl");
    Dataset pal = open(new AsdivSource(), "asdiv/pal_asdiv.jsonl");

    assertThat(whole.problems()).hasSize(2305);
    assertThat(tora.problems()).hasSize(2215);
    assertThat(pal.problems()).hasSize(2096);
    assertThat(subjects(whole)).hasSize(25).containsEntry("Subtraction", 452L).containsEntry("TVQ-Final", 80L);
    assertThat(levels(whole)).isEqualTo(Map.of(1, 195L, 2, 340L, 3, 808L, 4, 301L, 5, 146L, 6, 515L));
    Map<String, Problem> byId = byId(whole);
    assertThat(byId.keySet()).containsAll(ids(tora)).containsAll(ids(pal));
    for (Dataset subset : List.of(tora, pal)) {
      for (Problem problem : subset.problems()) {
        String answer = byId.get(problem.id()).answer();
        // PAL keeps the first of several answers.
        assertThat(subset == pal ? answer.replaceFirst(";.*", "") : answer).isEqualTo(problem.answer());
        assertThat(byId.get(problem.id()).question()).isEqualTo(problem.question());
      }
    }
  }

  @Test
  void mawpsPartsCarryTheIdsOfTheirConcatenationAndRepeatsStayApart() {
    Dataset all = open(new MawpsSource(), "mawps/test.jsonl");
    Map<String, Problem> byId = byId(all);

    assertThat(subjects(all)).isEqualTo(Map.of("addsub", 395L, "multiarith", 600L, "singleeq", 508L, "singleop", 562L));
    assertThat(byId).hasSize(2065);
    for (String part : List.of("addsub", "multiarith", "singleeq", "singleop")) {
      Dataset single = open(new MawpsSource(), "mawps/" + part + ".jsonl");
      assertThat(ids(single))
          .isEqualTo(all.problems().stream().filter(p -> p.subject().equals(part)).map(Problem::id).toList());
    }
    Dataset multiArith = open(new MawpsSource(), "mawps/multiarith.jsonl");
    assertThat(ids(multiArith)).filteredOn(id -> id.endsWith("-2")).hasSize(20);
    assertThat(ids(all)).filteredOn(id -> id.matches(".*-\\d")).hasSize(51);
  }

  @Test
  void mawpsOriginalFilesAreToldByTheirFields() {
    Map<String, Problem> byId = byId(open(new MawpsSource(), "mawps/test.jsonl"));
    Dataset addSub = open(new MawpsSource(), "mawps/original_json/AddSub.json");
    Dataset singleEq = open(new MawpsSource(), "mawps/original_json/SingleEq_questions.json");
    Dataset multiArith = open(new MawpsSource(), "mawps/original_json/MultiArith.json");
    Dataset folder = open(new MawpsSource(), "mawps/original_json");

    assertThat(subjects(addSub)).isEqualTo(Map.of("addsub", 395L));
    assertThat(subjects(singleEq)).isEqualTo(Map.of("singleeq", 508L));
    assertThat(subjects(multiArith)).isEqualTo(Map.of("multiarith", 600L));
    assertThat(folder.problems()).hasSize(1503);
    for (Problem problem : folder.problems()) {
      Problem joined = byId.get(problem.id());
      assertThat(Double.parseDouble(joined.answer())).isCloseTo(Double.parseDouble(problem.answer()), within(1e-9));
      assertThat(joined.subject()).isEqualTo(problem.subject());
    }
  }

  @Test
  void simulEqIsTheSameInBothForms() {
    Dataset mammoth = open(new SimulEqSource(), "simuleq/simuleq.json");

    assertThat(mammoth.problems()).hasSize(514);
    assertThat(open(new SimulEqSource(), "simuleq/mathcoder_simuleq_test_post.jsonl").problems()).isEqualTo(mammoth.problems());
  }

  @Test
  void numGlueHas1042ProblemsOfFiveTypes() {
    Dataset dataset = open(new NumGlueSource(), "numglue/numglue.json");

    assertThat(subjects(dataset))
        .isEqualTo(Map.of("Type_1", 81L, "Type_2", 325L, "Type_3", 162L, "Type_4", 220L, "Type_8", 254L));
    assertThat(dataset.problems()).filteredOn(Problem::isMultipleChoice).hasSize(162)
        .allMatch(problem -> problem.subject().equals("Type_3") && !problem.question().contains("Answer Choices"));
  }
}
