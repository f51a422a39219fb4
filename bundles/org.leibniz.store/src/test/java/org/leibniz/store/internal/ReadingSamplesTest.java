package org.leibniz.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.metric.GradedSample;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;
import org.leibniz.store.CachedReply;
import org.leibniz.store.Grading;
import org.leibniz.store.GradingSpec;
import org.leibniz.store.RegradedSample;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleKey;
import org.leibniz.store.SampleQuery;
import org.leibniz.store.StoredSample;
import org.leibniz.store.SummaryRow;

class ReadingSamplesTest {
  @TempDir Path state;
  private RunStore store;
  private final List<Problem> problems = Fixtures.problems(250);
  private RunRow run;
  private long grading;

  @BeforeEach
  void begin() {
    store = new H2RunStores().open(state);
    run = store.begin(Fixtures.run("first"), problems);
    grading = store.gradings(run.key()).getFirst().key();
    for (int i = 0; i < problems.size(); i++) {
      Outcome outcome = i % 10 == 0 ? Outcome.TIMED_OUT : i % 2 == 0 ? Outcome.CORRECT : Outcome.WRONG;
      store.append(run.key(), Fixtures.sample(problems.get(i), 7, outcome, i % 10 == 0 ? Set.of("timed-out", "truncated") : Set.of()));
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<Integer> positions(SampleQuery query) {
    try (Stream<StoredSample> samples = store.samples(query)) {
      return samples.map(sample -> sample.problem().position() - 10).toList();
    }
  }

  private SampleQuery query(Optional<Outcome> outcome, Optional<String> subject, OptionalInt level, Optional<String> search, Optional<String> problem, Optional<String> flag, long limit) {
    return new SampleQuery(run.key(), Optional.empty(), outcome, subject, level, search, problem, flag, limit);
  }

  private SampleQuery search(String text) {
    return query(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.of(text), Optional.empty(), Optional.empty(), 0);
  }

  @Test
  void readsAllInDatasetOrderOverManyPages() {
    assertThat(positions(SampleQuery.all(run.key()))).hasSize(250).isSorted();
    try (Stream<GradedSample> graded = store.graded(run.key(), grading)) {
      assertThat(graded.map(GradedSample::problem)).containsExactlyElementsOf(problems.stream().map(Problem::id).toList());
    }
  }

  @Test
  void filtersByOutcomeSubjectLevelProblemAndFlag() {
    Optional<String> none = Optional.empty();
    assertThat(positions(query(Optional.of(Outcome.TIMED_OUT), none, OptionalInt.empty(), none, none, none, 3))).containsExactly(0, 10, 20);
    assertThat(positions(query(Optional.empty(), Optional.of("geometry"), OptionalInt.of(2), none, none, none, 2))).containsExactly(1, 11);
    assertThat(positions(query(Optional.empty(), none, OptionalInt.empty(), none, Optional.of("gsm8k/test/123"), none, 0))).containsExactly(123);
    assertThat(positions(query(Optional.empty(), none, OptionalInt.empty(), none, Optional.of("no such"), none, 0))).isEmpty();
    assertThat(positions(query(Optional.empty(), none, OptionalInt.empty(), none, none, Optional.of("truncated"), 0))).hasSize(25);
    assertThat(positions(query(Optional.empty(), none, OptionalInt.empty(), none, none, Optional.of("trunc"), 0))).isEmpty();
  }

  @Test
  void searchesQuestionTranscriptAndAnswerIgnoringCase() {
    assertThat(positions(search("ÉTÉ 24"))).containsExactly(24, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249);
    assertThat(positions(search("LET US compute"))).hasSize(250);
    assertThat(positions(search("made UP by"))).hasSize(250);
    assertThat(positions(search("249"))).as("answer of 248, question of 249").containsExactly(248, 249);
    assertThat(positions(search("endofblock"))).as("in replies, but not in what the transcript shows of them").isEmpty();
    assertThat(positions(search("100% _sure'"))).isEmpty();
  }

  @Test
  void keepsEarlierGradingsWhenGradedAgain() {
    Grading second = store.beginGrading(run.key(), new GradingSpec("math", "bb", "{\"round\":true}"));
    store.appendVerdicts(
        second.key(),
        List.of(
            new RegradedSample(new SampleKey("gsm8k/test/1", 7), Fixtures.verdict(Outcome.CORRECT, "2")),
            new RegradedSample(new SampleKey("gsm8k/test/2", 7), Fixtures.verdict(Outcome.NO_ANSWER, null))));
    assertThat(store.gradings(run.key())).extracting(g -> g.spec().grader()).containsExactly("exact", "math");
    SampleQuery corrected =
        new SampleQuery(run.key(), Optional.of(second.key()), Optional.of(Outcome.CORRECT), Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
    try (Stream<StoredSample> samples = store.samples(corrected)) {
      StoredSample sample = samples.findFirst().orElseThrow();
      assertThat(sample.outcome()).isEqualTo(Outcome.CORRECT);
      assertThat(sample.verdicts()).extracting(v -> v.verdict().outcome()).containsExactly(Outcome.WRONG, Outcome.CORRECT);
    }
    assertThat(store.summary(second.key()))
        .containsExactly(new SummaryRow("algebra", 3, Outcome.NO_ANSWER, 1), new SummaryRow("geometry", 2, Outcome.CORRECT, 1));
    assertThat(store.summary(grading).stream().mapToLong(SummaryRow::n).sum()).isEqualTo(250);
    assertThatThrownBy(
            () -> store.appendVerdicts(second.key(), List.of(new RegradedSample(new SampleKey("gsm8k/test/1", 7), Fixtures.verdict(Outcome.WRONG, "3")))))
        .hasMessage("a sample has a verdict of this grading already");
  }

  @Test
  void remembersCachedReplies() {
    CachedReply reply = new CachedReply(new Generation("hm", Stop.STRING, Optional.of("\n"), true, new Usage(3, -1)), 77);
    assertThat(store.cached(new byte[] {1, 2})).isEmpty();
    store.cache(new byte[] {1, 2}, reply);
    assertThat(store.cached(new byte[] {1, 2})).contains(reply);
    store.close();
    store = new H2RunStores().open(state);
    assertThat(store.cached(new byte[] {1, 2})).contains(reply);
  }
}
