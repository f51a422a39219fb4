package org.leibniz.engine.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.strategy.Solution;
import org.leibniz.store.FinishedSample;
import org.leibniz.store.SampleKey;
import org.leibniz.store.VerdictRecord;

/**
 * One sample from its first call to its commit. Whatever the plugins do, it ends exactly once: by itself, given up by the
 * watch, or dropped because the run was cancelled.
 */
final class SampleTask {
  private static final Solution NONE = new Solution(List.of(), "", Solution.Ending.FINISHED);

  /** How far a sample is; from {@code COMMITTING} on nobody interrupts it. */
  private enum Phase {
    SOLVING,
    GRADING,
    COMMITTING,
    GIVEN_UP,
    ENDED
  }

  private final RunScope run;
  private final Problem problem;
  private final int sample;
  private final CallLog log;
  private final Instant started = Instant.now();
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.SOLVING);
  private volatile boolean stopped;
  private volatile Thread thread;
  private Runnable atEnd = () -> {};

  SampleTask(RunScope run, Problem problem, int sample) {
    this.run = run;
    this.problem = problem;
    this.sample = sample;
    this.log = new CallLog(run.plan().spec().maxCalls());
  }

  void onEnd(Runnable action) {
    atEnd = action;
  }

  void startIn(Thread.Builder builder) {
    thread = builder.unstarted(this::work);
    thread.start();
  }

  Duration age() {
    return Duration.between(started, Instant.now());
  }

  /** Asks the sample to stop; it is not committed. */
  void interrupt() {
    stopped = true;
    if (phase.get() == Phase.SOLVING || phase.get() == Phase.GRADING) {
      thread.interrupt();
    }
  }

  /**
   * Ends a sample that took too long, committing it as such.
   *
   * @return whether this call ended it
   */
  boolean giveUp() {
    Outcome outcome;
    if (phase.compareAndSet(Phase.SOLVING, Phase.GIVEN_UP)) {
      outcome = Outcome.TIMED_OUT;
    } else if (phase.compareAndSet(Phase.GRADING, Phase.GIVEN_UP)) {
      outcome = Outcome.GRADER_FAILED;
    } else {
      return false;
    }
    stopped = true;
    thread.interrupt();
    String failure =
        (outcome == Outcome.TIMED_OUT ? "the strategy" : "the grading") + " took longer than sampleTimeout ("
            + run.plan().spec().sampleTimeout().toSeconds() + " s) and was given up";
    try {
      commit(new Ended(NONE, failure, outcome), Set.of("given-up"));
    } finally {
      end();
    }
    return true;
  }

  private void work() {
    try {
      Ended ended = solve();
      if (ended != null && phase.compareAndSet(Phase.SOLVING, Phase.GRADING)) {
        Set<String> flags = ended.failure().isEmpty() ? review(ended.solution()) : Set.of();
        List<VerdictRecord> verdicts = grade(ended);
        if (phase.compareAndSet(Phase.GRADING, Phase.COMMITTING)) {
          commit(ended, flags, verdicts);
        }
      }
    } catch (LeibnizException e) {
      if (e.code() != ErrorCode.CANCELLED) {
        run.abort(e);
      }
    } catch (RuntimeException | Error e) {
      run.abort(new LeibnizException(ErrorCode.INTERNAL, "a sample failed: " + PluginBoundary.describe(e), e));
    } finally {
      // A sample that was given up is committed and ended by the watch.
      if (phase.get() != Phase.GIVEN_UP) {
        end();
      }
    }
  }

  private void end() {
    phase.set(Phase.ENDED);
    atEnd.run();
  }

  /** How solving ended; {@code withoutAnswer} is the outcome where no answer is found. */
  private record Ended(Solution solution, String failure, Outcome withoutAnswer) {}

  private Ended solve() {
    SampleScope scope =
        new SampleScope(problem, sample, run.plugins(), run.seeds(), run.cache(), log, () -> stopped);
    try (SampleSession session = new SampleSession(scope, "")) {
      Solution solution =
          PluginBoundary.call(
              "strategy " + run.plan().spec().strategy().id(),
              ErrorCode.PLUGIN_FAILED,
              () -> run.plugins().strategy().solve(problem, session));
      return new Ended(checked(solution), "", new SampleFacts(log.calls(), solution.ending()).withoutAnswer());
    } catch (LeibnizException e) {
      return switch (e.code()) {
        case CANCELLED -> stopped ? null : new Ended(NONE, e.getMessage(), Outcome.STRATEGY_FAILED);
        case MODEL_FAILED -> new Ended(NONE, e.getMessage(), Outcome.MODEL_FAILED);
        case EXECUTOR_FAILED -> new Ended(NONE, e.getMessage(), Outcome.EXECUTION_FAILED);
        case STORE -> throw e;
        case BAD_USAGE, BAD_INPUT, PLUGIN_FAILED, INTERNAL -> new Ended(NONE, e.getMessage(), Outcome.STRATEGY_FAILED);
      };
    }
  }

  private static Solution checked(Solution solution) {
    boolean whole =
        solution.completion() != null && solution.ending() != null
            && solution.segments().stream().noneMatch(segment -> segment.text() == null || segment.branch() == null);
    if (!whole) {
      throw new LeibnizException(
          ErrorCode.PLUGIN_FAILED, "the strategy returned a solution without completion, ending or a segment's text");
    }
    return solution;
  }

  private Set<String> review(Solution solution) {
    Set<String> flags = new TreeSet<>();
    for (OpenedModel model : run.plugins().models().values()) {
      try {
        flags.addAll(
            PluginBoundary.call(
                "model " + model.info().name(),
                ErrorCode.PLUGIN_FAILED,
                () -> model.model().review(problem, sample, solution)));
      } catch (LeibnizException e) {
        if (e.code() == ErrorCode.CANCELLED) {
          throw e;
        }
        flags.add("review-failed");
      }
    }
    return flags;
  }

  private List<VerdictRecord> grade(Ended ended) {
    List<VerdictRecord> verdicts = new ArrayList<>();
    for (SampleGrader grader : run.graders()) {
      verdicts.add(
          ended.failure().isEmpty()
              ? grader.grade(problem, ended.solution(), ended.withoutAnswer())
              : SampleGrader.unanswered(ended.withoutAnswer(), ended.failure()));
    }
    return verdicts;
  }

  private void commit(Ended ended, Set<String> flags) {
    List<VerdictRecord> verdicts = new ArrayList<>();
    for (int i = 0; i < run.graders().size(); i++) {
      verdicts.add(SampleGrader.unanswered(ended.withoutAnswer(), ended.failure()));
    }
    commit(ended, flags, verdicts);
  }

  private void commit(Ended ended, Set<String> reviewed, List<VerdictRecord> verdicts) {
    Set<String> flags = new TreeSet<>(reviewed);
    flags.addAll(new SampleFacts(log.calls(), ended.solution().ending()).flags());
    if (!ended.failure().isEmpty()) {
      flags.add("failed");
    }
    SampleKey key = new SampleKey(problem.id(), sample);
    long millis = log.millisSinceStart();
    run.commit(
        new FinishedSample(
            key, ended.solution(), ended.failure(), flags, run.plugins().strategyDigest(), started, millis,
            log.calls(), verdicts));
  }
}
