package org.leibniz.engine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.model.Coverage;
import org.leibniz.engine.Cancellation;
import org.leibniz.engine.RunListener;
import org.leibniz.engine.RunPlan;
import org.leibniz.engine.RunResult;
import org.leibniz.plugins.Plugins;
import org.leibniz.store.GradingSpec;
import org.leibniz.store.NewRun;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStatus;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleKey;
import org.leibniz.store.SummaryRow;

/** One call of {@code RunEngine.run}: opens what the plan names, makes the samples that are missing, says how it ended. */
record RunExecution(
    Plugins installed, DatasetReader datasets, RunStore store, RunListener listener, Cancellation cancellation) {
  RunResult run(RunPlan plan, boolean fresh) {
    long start = System.nanoTime();
    try (RunPlugins plugins = RunPlugins.open(installed, plan.spec(), new Shots(datasets))) {
      Covered covered = covered(plan, plugins);
      String key = new Digests().add(plan.key()).add(CanonicalJson.write(weights(plugins))).hex();
      Optional<RunRow> unfinished = fresh ? Optional.empty() : store.unfinished(key);
      RunRow row =
          unfinished.isPresent()
              ? store.resume(unfinished.get().key())
              : store.begin(newRun(plan, plugins, covered, key), covered.problems());
      return samples(plan, plugins, covered.problems(), row, unfinished.isPresent(), start);
    }
  }

  private static Map<String, String> weights(RunPlugins plugins) {
    Map<String, String> weights = new TreeMap<>();
    plugins.models().forEach((role, model) -> weights.put(role, model.info().digest()));
    return weights;
  }

  /** The problems the models can answer at all. */
  private record Covered(List<Problem> problems, int excluded, List<String> remarks) {}

  private Covered covered(RunPlan plan, RunPlugins plugins) {
    List<Problem> problems = plan.problems();
    List<String> remarks = new ArrayList<>();
    for (OpenedModel model : plugins.models().values()) {
      List<Problem> asked = problems;
      Coverage coverage =
          PluginBoundary.call(
              "model " + model.info().name(), ErrorCode.PLUGIN_FAILED, () -> model.model().prepare(asked));
      if (!coverage.note().isEmpty()) {
        remarks.add(model.info().name() + ": " + coverage.note());
      }
      Set<String> missing = coverage.missing();
      problems =
          problems.stream()
              .filter(problem -> !missing.contains(problem.id()))
              .map(problem -> amended(problem, coverage.amendments().get(problem.id())))
              .toList();
    }
    int excluded = plan.problems().size() - problems.size();
    if (problems.isEmpty()) {
      throw LeibnizException.badInput(
          plan.spec().source() + ": model: has nothing for any of the " + plan.problems().size() + " problems of "
              + plan.dataset().path() + "; is it a recording of another dataset?");
    }
    if (excluded > 0) {
      remarks.add(excluded + " of " + plan.problems().size() + " problems excluded: the model has nothing for them");
    }
    if (plugins.policy().origin().equals("demonstration")) {
      remarks.addFirst("demonstration: the rationales were written by people to show the workbench; no model made them");
    }
    return new Covered(problems, excluded, remarks);
  }

  private static Problem amended(Problem problem, Coverage.Amendment amendment) {
    return amendment == null
        ? problem
        : problem.with(amendment.answer().orElse(problem.answer()), amendment.attributes());
  }

  private static NewRun newRun(RunPlan plan, RunPlugins plugins, Covered covered, String key) {
    Map<String, String> digests = new TreeMap<>(plugins.digests());
    digests.put("dataset", plan.dataset().digest());
    return new NewRun(
        plan.spec().name(),
        plan.spec().experiment(),
        key,
        CanonicalJson.write(plan.resolved()),
        CanonicalJson.write(digests),
        plan.dataset().id(),
        plan.dataset().split(),
        plan.dataset().digest(),
        plan.spec().strategy().id(),
        plugins.policy().info().name(),
        plugins.policy().origin(),
        plan.spec().samples(),
        covered.excluded(),
        covered.remarks(),
        plugins.graders().stream().map(grader -> gated(grader, covered.problems())).toList());
  }

  private static GradingSpec gated(ConfiguredGrader grader, List<Problem> problems) {
    GradingSpec spec = grader.spec();
    return spec.withWarning(grader.gate().warning(spec.grader(), grader.instance(), problems));
  }

  private RunResult samples(
      RunPlan plan, RunPlugins plugins, List<Problem> problems, RunRow row, boolean resumed, long start) {
    RunScope scope = new RunScope(plan, plugins, store, row, listener, cancellation);
    Set<SampleKey> done = resumed ? store.committed(row.key()) : Set.of();
    long expected = (long) problems.size() * plan.spec().samples();
    listener.started(row, expected, done.size(), resumed ? correct(row) : 0);
    RunStatus status = RunStatus.FAILED;
    double seconds;
    try {
      makeMissing(scope, problems, done);
      scope.throwFailure();
      status = done.size() + scope.committed() == expected ? RunStatus.FINISHED : RunStatus.CANCELLED;
    } finally {
      seconds = (System.nanoTime() - start) / 1e9;
      store.finish(row.key(), status, seconds);
    }
    RunRow ended = store.find(row.id());
    return new RunResult(ended, resumed, status == RunStatus.CANCELLED, seconds, scope.committed());
  }

  private long correct(RunRow row) {
    return store.summary(store.gradings(row.key()).getFirst().key()).stream()
        .filter(summary -> summary.outcome() == Outcome.CORRECT)
        .mapToLong(SummaryRow::n)
        .sum();
  }

  private void makeMissing(RunScope scope, List<Problem> problems, Set<SampleKey> done) {
    try (InFlight inFlight = new InFlight(scope.plan().spec().maxInFlight(), scope.plan().spec().sampleTimeout())) {
      cancellation.onRequest(inFlight::interruptAll);
      for (Problem problem : problems) {
        for (int sample = 0; sample < scope.plan().spec().samples() && scope.goesOn(); sample++) {
          if (!done.contains(new SampleKey(problem.id(), sample))) {
            inFlight.start(new SampleTask(scope, problem, sample));
          }
        }
      }
      if (cancellation.isRequested()) {
        // Samples that started while the request was being carried out.
        inFlight.interruptAll();
      }
      inFlight.awaitAll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LeibnizException(ErrorCode.CANCELLED, "the run was interrupted", e);
    }
  }
}
