package org.leibniz.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leibniz.api.Config;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Dataset;
import org.leibniz.api.dataset.DatasetSource;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.model.Coverage;
import org.leibniz.api.model.Decoding;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.GenerationRequest;
import org.leibniz.api.model.Model;
import org.leibniz.api.model.ModelBackend;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.model.Prompt;
import org.leibniz.api.model.Sampling;
import org.leibniz.api.model.Stops;
import org.leibniz.api.plugin.Kind;
import org.leibniz.api.strategy.DecodingStrategy;
import org.leibniz.api.strategy.Session;
import org.leibniz.api.strategy.Solution;
import org.leibniz.engine.Cancellation;
import org.leibniz.engine.RunListener;
import org.leibniz.engine.RunResult;
import org.leibniz.store.CallRecord;
import org.leibniz.store.RunStatus;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleKey;
import org.leibniz.store.SampleQuery;
import org.leibniz.store.StoredSample;
import org.leibniz.store.SummaryRow;
import org.leibniz.store.internal.H2RunStores;
import org.leibniz.workspace.PluginSpec;
import org.leibniz.workspace.RunSpec;

class RunEngineTest {
  private static final Decoding GREEDY = new Decoding(Sampling.GREEDY, Stops.NONE, 16);

  @TempDir Path folder;
  private RunStore store;
  private int problems = 8;
  private int samples = 1;
  private boolean cache;
  private Duration sampleTimeout = Duration.ofMinutes(1);
  private Set<String> missing = Set.of();
  private String origin = "live";
  private final ConcurrentLinkedQueue<GenerationRequest> requests = new ConcurrentLinkedQueue<>();
  private Function<GenerationRequest, Generation> model = request -> Generation.ended(request.id().problem());
  private BiFunction<Problem, Session, Solution> strategy =
      (problem, session) -> Solution.ofText(session.generate(Prompt.of(problem.question()), GREEDY).raw());
  private BiFunction<String, String, Verdict> comparison =
      (reference, given) -> reference.equals(given) ? Verdict.equal("same", "string") : Verdict.different("other", "string");

  @BeforeEach
  void openStore() {
    store = new H2RunStores().open(folder.resolve(".leibniz"));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private ListedPlugins plugins() {
    return new ListedPlugins()
        .with(Kind.DATASET, "numbers", () -> (DatasetSource) config -> dataset())
        .with(Kind.MODEL, "scripted", () -> (ModelBackend) config -> new ScriptedModel())
        .with(Kind.STRATEGY, "one-call", () -> (DecodingStrategy) (problem, session) -> strategy.apply(problem, session))
        .with(Kind.GRADER, "exact", WholeText::new, SelfTestGate.CAPABILITY);
  }

  private Dataset dataset() {
    List<Problem> all =
        IntStream.range(0, problems)
            .mapToObj(
                i -> new Problem("p" + i, i, "Question " + i, i % 2 == 0 ? "even" : "odd", 1, List.of(), "p" + i, "", Map.of()))
            .toList();
    return new Dataset("numbers", "test", "numbers", "digest", all);
  }

  private final class ScriptedModel implements Model {
    @Override
    public ModelInfo info() {
      return new ModelInfo("scripted", "model-digest", Map.of("origin", origin));
    }

    @Override
    public Generation generate(GenerationRequest request) {
      requests.add(request);
      return model.apply(request);
    }

    @Override
    public Coverage prepare(List<Problem> posed) {
      return new Coverage(missing, "");
    }
  }

  private final class WholeText implements Grader {
    @Override
    public Extraction extract(Problem problem, Solution solution) {
      return solution.completion().isEmpty() ? Extraction.NONE : Extraction.of(solution.completion(), "whole");
    }

    @Override
    public Verdict compare(Problem problem, String reference, String given, GradingContext context) {
      return comparison.apply(reference, given);
    }
  }

  private RunSpec spec() {
    Map<String, Object> written = new HashMap<>(Map.of("name", "test", "samples", (long) samples));
    return new RunSpec(
        "test", "", plugin("numbers"), Map.of("policy", plugin("scripted")), plugin("one-call"), Optional.empty(),
        List.of(plugin("exact")), List.of(), samples, 0, 0, List.of(), List.of(), 16, cache, sampleTimeout, 4, written, "test.yaml");
  }

  private static PluginSpec plugin(String id) {
    return new PluginSpec(id, Config.EMPTY);
  }

  private RunResult run() {
    return run(new Cancellation(), RunListener.SILENT);
  }

  private RunResult run(Cancellation cancellation, RunListener listener) {
    InstalledRunEngine engine = new InstalledRunEngine(plugins());
    return engine.run(engine.plan(spec()), store, false, listener, cancellation);
  }

  private Map<Outcome, Long> outcomes(RunResult result) {
    Map<Outcome, Long> counts = new HashMap<>();
    for (SummaryRow row : store.summary(store.gradings(result.run().key()).getFirst().key())) {
      counts.merge(row.outcome(), row.n(), Long::sum);
    }
    return counts;
  }

  private List<StoredSample> stored(RunResult result) {
    try (var all = store.samples(SampleQuery.all(result.run().key()))) {
      return all.toList();
    }
  }

  @Test
  void keepsWithTheGradingWhatTheGraderGetsWrong() {
    comparison = (reference, given) -> given.equals("p3") ? Verdict.different("no", "string") : Verdict.equal("yes", "string");
    RunResult result = run();
    assertThat(store.gradings(result.run().key()).getFirst().spec().warning())
        .isEqualTo("grader exact fails its self-test: 1 of 8 different gold answers do not equal themselves, first p3: p3");
  }

  @Test
  void makesEverySampleOnceAndKeepsItsCalls() {
    samples = 3;
    RunResult result = run();
    assertThat(result.run().status()).isEqualTo(RunStatus.FINISHED);
    assertThat(outcomes(result)).isEqualTo(Map.of(Outcome.CORRECT, 24L));
    List<CallRecord> calls = store.calls(result.run().key(), "p5", 2);
    assertThat(calls).hasSize(1);
    assertThat(calls.getFirst())
        .isInstanceOfSatisfying(
            CallRecord.Generated.class,
            call -> {
              assertThat(call.prompt()).isEqualTo(Prompt.of("Question 5"));
              assertThat(call.reply().orElseThrow().raw()).isEqualTo("p5");
            });
  }

  @Test
  void letsAPluginThatThrowsHangsOrReturnsNothingCostItsSampleOnly() {
    sampleTimeout = Duration.ofSeconds(1);
    BiFunction<Problem, Session, Solution> good = strategy;
    strategy =
        (problem, session) ->
            switch (problem.id()) {
              case "p0" -> throw new IllegalStateException("broken");
              case "p1" -> null;
              case "p2" -> spin();
              case "p3" -> overflow(0);
              case "p4" -> new Solution(List.of(), null, Solution.Ending.FINISHED);
              default -> good.apply(problem, session);
            };
    RunResult result = run();
    assertThat(outcomes(result))
        .isEqualTo(Map.of(Outcome.CORRECT, 3L, Outcome.STRATEGY_FAILED, 4L, Outcome.TIMED_OUT, 1L));
    assertThat(stored(result).getFirst().failure()).contains("one-call").contains("broken");
  }

  /** Never answers an interruption. */
  private static Solution spin() {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return Solution.ofText("late");
  }

  private static Solution overflow(int depth) {
    return depth < 0 ? Solution.ofText("") : overflow(depth + 1);
  }

  @Test
  void tellsTheFailuresOfModelAndGraderApart() {
    Function<GenerationRequest, Generation> good = model;
    model =
        request ->
            switch (request.id().problem()) {
              case "p0" -> throw new LeibnizException(ErrorCode.MODEL_FAILED, "no reply");
              case "p1" -> throw new IllegalArgumentException("defect");
              case "p2" -> Generation.ended("");
              default -> good.apply(request);
            };
    BiFunction<String, String, Verdict> whole = comparison;
    comparison =
        (reference, given) ->
            switch (given) {
              case "p3" -> throw new IllegalStateException("broken grader");
              case "p4" -> Verdict.unknown("not understood", "parse");
              default -> whole.apply(reference, given);
            };
    assertThat(outcomes(run()))
        .isEqualTo(
            Map.of(
                Outcome.MODEL_FAILED, 2L, Outcome.NO_ANSWER, 1L, Outcome.GRADER_FAILED, 1L, Outcome.UNPARSABLE, 1L,
                Outcome.CORRECT, 3L));
  }

  @Test
  void resumesACancelledRunWithoutRepeatingCommittedSamples() {
    problems = 200;
    Cancellation cancellation = new Cancellation();
    AtomicInteger done = new AtomicInteger();
    RunListener stopAtTwenty =
        new RunListener() {
          @Override
          public void committed(SampleKey key, Outcome outcome, long millis) {
            if (done.incrementAndGet() == 20) {
              cancellation.request();
            }
          }
        };
    RunResult first = run(cancellation, stopAtTwenty);
    assertThat(first.cancelled()).isTrue();
    assertThat(first.run().status()).isEqualTo(RunStatus.CANCELLED);
    long committed = store.count(first.run().key());
    assertThat(committed).isBetween(20L, 199L);
    RunResult second = run();
    assertThat(second.resumed()).isTrue();
    assertThat(second.run().id()).isEqualTo(first.run().id());
    assertThat(second.samples()).isEqualTo(200 - committed);
    assertThat(outcomes(second)).isEqualTo(Map.of(Outcome.CORRECT, 200L));
    assertThat(run().resumed()).isFalse();
  }

  @Test
  void derivesSeedsFromIdentityAndNotFromOrder() {
    samples = 2;
    run();
    Map<String, Long> seeds = new HashMap<>();
    requests.forEach(request -> seeds.put(request.id().toString(), request.seed()));
    requests.clear();
    run();
    assertThat(seeds.values()).doesNotHaveDuplicates();
    assertThat(requests).allSatisfy(request -> assertThat(request.seed()).isEqualTo(seeds.get(request.id().toString())));
  }

  @Test
  void reusesRepliesOnlyWhereTheCacheIsOnAndTheModelLive() {
    cache = true;
    run();
    assertThat(requests).hasSize(8);
    run();
    assertThat(requests).hasSize(8);
    cache = false;
    run();
    assertThat(requests).hasSize(16);
    cache = true;
    origin = "recorded";
    run();
    assertThat(requests).hasSize(24);
  }

  @Test
  void excludesAndCountsProblemsTheModelHasNothingFor() {
    missing = Set.of("p1", "p3");
    RunResult result = run();
    assertThat(result.run().excluded()).isEqualTo(2);
    assertThat(result.run().problems()).isEqualTo(6);
    assertThat(outcomes(result)).isEqualTo(Map.of(Outcome.CORRECT, 6L));
    assertThat(result.run().remarks()).anyMatch(line -> line.contains("2 of 8 problems excluded"));
  }

  @Test
  void refusesARunForWhichTheModelHasNothing() {
    missing = IntStream.range(0, 8).mapToObj(i -> "p" + i).collect(java.util.stream.Collectors.toSet());
    assertThatThrownBy(this::run)
        .isInstanceOfSatisfying(LeibnizException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_INPUT))
        .hasMessageContaining("nothing for any of the 8 problems");
  }

  @Test
  void stopsAStrategyThatCallsWithoutEnd() {
    strategy =
        (problem, session) -> {
          while (true) {
            session.generate(Prompt.of("again"), GREEDY);
          }
        };
    assertThat(outcomes(run())).isEqualTo(Map.of(Outcome.STRATEGY_FAILED, 8L));
    assertThat(requests).hasSize(8 * 4);
  }

  @Test
  void neverShowsTheGoldAnswerToAStrategyThatBorrowsTheGrader() {
    List<String> references = java.util.Collections.synchronizedList(new ArrayList<>());
    BiFunction<String, String, Verdict> whole = comparison;
    comparison =
        (reference, given) -> {
          references.add(reference);
          return whole.apply(reference, given);
        };
    strategy =
        (problem, session) -> {
          assertThat(session.answers().same("a", "a")).isTrue();
          return Solution.ofText(session.generate(Prompt.of(problem.question()), GREEDY).raw());
        };
    assertThat(outcomes(run())).containsEntry(Outcome.CORRECT, 8L);
    assertThat(references).contains("a");
  }

  @Test
  void gradesAStoredRunAgainAndKeepsTheEarlierGrading() {
    RunResult result = run();
    comparison = (reference, given) -> Verdict.different("strict", "string");
    new StoredRunGrader(plugins()).grade(store, result.run(), plugin("exact"), RunListener.SILENT, new Cancellation());
    var gradings = store.gradings(result.run().key());
    assertThat(gradings).hasSize(2);
    assertThat(store.summary(gradings.get(0).key())).extracting(SummaryRow::outcome).containsOnly(Outcome.CORRECT);
    assertThat(store.summary(gradings.get(1).key())).extracting(SummaryRow::outcome).containsOnly(Outcome.WRONG);
  }

  @Test
  void previewsWithoutRunning() {
    InstalledRunEngine engine = new InstalledRunEngine(plugins());
    assertThat(engine.preview(spec(), Optional.of("p3")).problem().question()).isEqualTo("Question 3");
    assertThatThrownBy(() -> engine.preview(spec(), Optional.of("p99"))).hasMessageContaining("no problem 'p99'");
    assertThat(requests).isEmpty();
    assertThat(store.runs()).isEmpty();
  }
}
