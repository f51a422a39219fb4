package org.leibniz.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Status;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.metric.GradedSample;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Part;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.TokenScores;
import org.leibniz.api.model.Usage;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Solution;
import org.leibniz.store.CallRecord;
import org.leibniz.store.FinishedSample;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleKey;
import org.leibniz.store.SampleQuery;
import org.leibniz.store.StoredSample;
import org.leibniz.store.StoredSample.TimedSegment;
import org.leibniz.store.SummaryRow;

class StoringSamplesTest {
  @TempDir Path state;
  private RunStore store;
  private final List<Problem> problems = Fixtures.problems(6);
  private RunRow run;

  @BeforeEach
  void begin() {
    store = new H2RunStores().open(state);
    run = store.begin(Fixtures.run("first"), problems);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<StoredSample> all() {
    try (Stream<StoredSample> samples = store.samples(SampleQuery.all(run.key()))) {
      return samples.toList();
    }
  }

  @Test
  void givesProblemsBackExactlyAndInOrder() {
    assertThat(store.problems(run.key())).isEqualTo(problems);
  }

  @Test
  void givesSamplesBackExactlyAndInDatasetOrderWhateverOrderTheyEndedIn() {
    List<FinishedSample> ended = new ArrayList<>();
    for (int k : new int[] {1, 0}) {
      for (Problem problem : problems.reversed()) {
        ended.add(Fixtures.sample(problem, k));
      }
    }
    ended.forEach(sample -> store.append(run.key(), sample));
    List<StoredSample> stored = all();
    assertThat(stored)
        .extracting(sample -> new SampleKey(sample.problem().id(), sample.sample()))
        .containsExactlyElementsOf(ended.reversed().stream().map(FinishedSample::key).sorted(this::datasetOrder).toList());
    for (StoredSample sample : stored) {
      FinishedSample original =
          ended.stream().filter(e -> e.key().equals(new SampleKey(sample.problem().id(), sample.sample()))).findFirst().orElseThrow();
      assertThat(sample.problem()).isIn(problems);
      assertThat(sample.solution()).isEqualTo(original.solution());
      assertThat(sample.strategyDigest()).isEqualTo(original.strategyDigest());
      assertThat(sample.verdicts()).singleElement().satisfies(v -> assertThat(v.verdict()).isEqualTo(original.verdicts().getFirst()));
      assertThat(sample.outcome()).isEqualTo(original.verdicts().getFirst().outcome());
      assertThat(sample.millis()).isEqualTo(250);
      assertThat(store.calls(run.key(), sample.problem().id(), sample.sample())).isEqualTo(original.calls());
    }
  }

  private int datasetOrder(SampleKey a, SampleKey b) {
    int byProblem = Integer.compare(place(a), place(b));
    return byProblem != 0 ? byProblem : Integer.compare(a.sample(), b.sample());
  }

  private int place(SampleKey key) {
    return problems.stream().map(Problem::id).toList().indexOf(key.problem());
  }

  @Test
  void saysWhatEachSegmentTook() {
    store.append(run.key(), Fixtures.sample(problems.get(0), 0));
    assertThat(all().getFirst().segments())
        .extracting(TimedSegment::millis, TimedSegment::tokens, TimedSegment::stop)
        .containsExactly(
            tuple(50L, 20, "string"),
            tuple(50L, 20, "string"),
            tuple(50L, -1, "ok"),
            tuple(50L, 9, "end"),
            tuple(-1L, -1, ""));
  }

  @Test
  void keepsEveryKindOfCallOfEveryBranch() {
    Prompt chat = new Prompt(List.of(new Part.Turn("system", "Be brief."), new Part.Turn("user", "3+4?"), new Part.Control("<s>")));
    Execution failed =
        new Execution(
            Status.ERROR, "", "before\n", "warn\n", "before\nwarn\nTraceback…\nZeroDivisionError: division by zero", new Execution.ErrorInfo("ZeroDivisionError", "division by zero", "Traceback…"), 5, -1);
    List<CallRecord> calls =
        List.of(
            generated("", 0, chat, Optional.of(new Generation("7", Stop.LENGTH, Optional.empty(), false, Usage.UNKNOWN)), ""),
            generated("b/1", 0, chat.plus(new Part.Text("7")), Optional.empty(), "the server is gone"),
            new CallRecord.Executed(new CallRecord.Place("b/1", 1, 0, 3, 4), "1/0", false, Optional.of(failed), ""),
            new CallRecord.Executed(new CallRecord.Place("b/1", 2, 1, 3, 4), "", true, Optional.empty(), "no worker"),
            new CallRecord.Scored(
                new CallRecord.Place("b/2", 0, -1, 9, 9),
                "verifier",
                chat,
                "7 é",
                Optional.of(
                    new TokenScores(
                        List.of(new TokenScores.TokenScore(55, "7", -0.1), new TokenScores.TokenScore(-1, " é:3", Double.NEGATIVE_INFINITY)))),
                ""),
            new CallRecord.Scored(new CallRecord.Place("b/2", 1, 0, 9, 9), "verifier", new Prompt(List.of()), "", Optional.empty(), "failed"));
    store.append(run.key(), with(calls, Solution.ofText("7"), "it failed at the end", Set.of("truncated", "execution-failed")));
    assertThat(store.calls(run.key(), problems.get(1).id(), 3)).isEqualTo(calls);
    assertThat(all().getFirst().failure()).isEqualTo("it failed at the end");
    assertThat(all().getFirst().flags()).containsExactlyInAnyOrder("truncated", "execution-failed");
    try (Stream<GradedSample> graded = store.graded(run.key(), store.gradings(run.key()).getFirst().key())) {
      GradedSample sample = graded.findFirst().orElseThrow();
      assertThat(sample.modelCalls()).isEqualTo(4);
      assertThat(sample.programs()).isEqualTo(2);
      assertThat(sample.programsFailed()).isEqualTo(2);
      assertThat(sample.promptTokens()).isEqualTo(-1);
      assertThat(sample.answered()).isTrue();
    }
  }

  private static CallRecord generated(String branch, int ordinal, Prompt prompt, Optional<Generation> reply, String failure) {
    return new CallRecord.Generated(new CallRecord.Place(branch, ordinal, -1, 0, 1), "policy", prompt, Fixtures.GREEDY, Long.MIN_VALUE, reply, failure, false);
  }

  private FinishedSample with(List<CallRecord> calls, Solution solution, String failure, Set<String> flags) {
    return new FinishedSample(
        new SampleKey(problems.get(1).id(), 3), solution, failure, flags, "d", Instant.now(), 1, calls, List.of(Fixtures.verdict(Outcome.CORRECT, "7")));
  }

  @Test
  void keepsTextsThatLookLikeItsOwnFormat() {
    String hostile = "0 5:abc -1 \u0000 \ud83d\ude00 half \ud83d, <|endofblock|> '; DROP TABLE store.run; --\r\n\n";
    Prompt prompt = new Prompt(List.of(new Part.Text(hostile), new Part.Text(""), new Part.Control(hostile), new Part.Turn("1:2 3", hostile)));
    List<CallRecord> calls =
        List.of(
            generated(hostile, 0, prompt, Optional.of(new Generation(hostile, Stop.END, Optional.of(""), true, Usage.UNKNOWN)), hostile),
            generated(hostile, 1, prompt.plus(new Part.Text(hostile)), Optional.of(Generation.ended("")), ""));
    Solution solution =
        new Solution(
            List.of(new Segment.Text(hostile, hostile, 0), new Segment.Output("", "", -1), new Segment.Answer(hostile + "x", hostile, 7)),
            hostile.repeat(3),
            Solution.Ending.ROUND_LIMIT);
    store.append(run.key(), with(calls, solution, "", Set.of()));
    assertThat(store.calls(run.key(), problems.get(1).id(), 3)).isEqualTo(calls);
    assertThat(all().getFirst().solution()).isEqualTo(solution);
  }

  @Test
  void storesSharedExamplesAndGrowingPromptsOnce() {
    for (int k = 0; k < 40; k++) {
      for (Problem problem : problems) {
        store.append(run.key(), Fixtures.sample(problem, k));
      }
    }
    Database database = new Database(new DatabaseFile(state));
    long stored =
        database.run(
            session ->
                session
                    .row("SELECT SUM(LENGTH(prompt_tail)) / COUNT(*) FROM store.call WHERE kind = 'g'", row -> row.getLong(1))
                    .orElseThrow());
    database.close();
    assertThat(stored).isLessThan(60);
    assertThat(store.calls(run.key(), problems.get(3).id(), 39)).isEqualTo(Fixtures.sample(problems.get(3), 39).calls());
  }

  @Test
  void refusesASampleThatIsCommittedAlreadyAndKeepsTheOthersOfItsBatch() throws Exception {
    store.append(run.key(), Fixtures.sample(problems.get(0), 0));
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      FinishedSample sample = i == 30 ? Fixtures.sample(problems.get(0), 0) : Fixtures.sample(problems.get(1 + i % 5), i);
      threads.add(Thread.startVirtualThread(() -> {
        try {
          store.append(run.key(), sample);
        } catch (RuntimeException e) {
          failures.add(e);
        }
      }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).singleElement().satisfies(failure -> {
      assertThat(failure).hasMessage("sample 0 of problem 'gsm8k/test/0' is committed already");
      assertThat(((LeibnizException) failure).code()).isEqualTo(ErrorCode.INTERNAL);
    });
    assertThat(store.count(run.key())).isEqualTo(60);
    assertThat(store.committed(run.key())).hasSize(60);
    assertThat(store.summary(store.gradings(run.key()).getFirst().key()).stream().mapToLong(SummaryRow::n).sum()).isEqualTo(60);
  }

  @Test
  void countsOutcomesBySubjectAndLevel() {
    store.append(run.key(), Fixtures.sample(problems.get(0), 0, Outcome.CORRECT, Set.of()));
    store.append(run.key(), Fixtures.sample(problems.get(0), 1, Outcome.CORRECT, Set.of()));
    store.append(run.key(), Fixtures.sample(problems.get(1), 0, Outcome.NO_ANSWER, Set.of()));
    assertThat(store.summary(store.gradings(run.key()).getFirst().key()))
        .containsExactly(new SummaryRow("algebra", 1, Outcome.CORRECT, 2), new SummaryRow("geometry", 2, Outcome.NO_ANSWER, 1));
  }

  @Test
  void commitsASampleWhoseThreadIsInterruptedAndStaysUsable() throws Exception {
    Thread thread =
        Thread.startVirtualThread(
            () -> {
              Thread.currentThread().interrupt();
              store.append(run.key(), Fixtures.sample(problems.get(0), 0));
              store.cached(new byte[] {1});
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
            });
    thread.join();
    store.append(run.key(), Fixtures.sample(problems.get(0), 1));
    assertThat(store.count(run.key())).isEqualTo(2);
  }

  @Test
  void refusesSamplesOfRunsThatAreNotOpenHereAndOfUnknownProblems() {
    assertThatThrownBy(() -> store.append(99, Fixtures.sample(problems.get(0), 0))).hasMessage("the run was neither begun nor resumed here");
    Problem stranger = new Problem("other", 0, "?", "all", 0, List.of(), "1", "", Map.of());
    assertThatThrownBy(() -> store.append(run.key(), Fixtures.sample(stranger, 0))).hasMessage("the run has no problem 'other'");
  }
}
