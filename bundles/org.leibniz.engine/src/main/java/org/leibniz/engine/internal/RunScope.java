package org.leibniz.engine.internal;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.leibniz.api.LeibnizException;
import org.leibniz.engine.CallSeeds;
import org.leibniz.engine.Cancellation;
import org.leibniz.engine.RunListener;
import org.leibniz.engine.RunPlan;
import org.leibniz.store.FinishedSample;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;

/** What all samples of a run share. Thread-safe. */
final class RunScope {
  private final RunPlan plan;
  private final RunPlugins plugins;
  private final RunStore store;
  private final RunRow row;
  private final RunListener listener;
  private final Cancellation cancellation;
  private final CallSeeds seeds;
  private final ReplyCache cache;
  private final List<SampleGrader> graders;
  private final AtomicReference<LeibnizException> failure = new AtomicReference<>();
  private final LongAdder committed = new LongAdder();

  RunScope(
      RunPlan plan, RunPlugins plugins, RunStore store, RunRow row, RunListener listener, Cancellation cancellation) {
    this.plan = plan;
    this.plugins = plugins;
    this.store = store;
    this.row = row;
    this.listener = listener;
    this.cancellation = cancellation;
    this.seeds = new CallSeeds(plan.spec().seed());
    this.cache = new ReplyCache(store, plan.spec().cache());
    this.graders =
        plugins.graders().stream().map(grader -> new SampleGrader(grader, plugins.gradingContext())).toList();
  }

  RunPlan plan() {
    return plan;
  }

  RunPlugins plugins() {
    return plugins;
  }

  CallSeeds seeds() {
    return seeds;
  }

  ReplyCache cache() {
    return cache;
  }

  List<SampleGrader> graders() {
    return graders;
  }

  RunRow row() {
    return row;
  }

  /** Commits a sample and tells the listener; a store that cannot be written ends the run. */
  void commit(FinishedSample sample) {
    try {
      store.append(row.key(), sample);
    } catch (LeibnizException e) {
      abort(e);
      return;
    }
    committed.increment();
    listener.committed(sample.key(), sample.verdicts().getFirst().outcome(), sample.millis());
  }

  long committed() {
    return committed.sum();
  }

  /** Ends the run because of a failure that is no sample's own. */
  void abort(LeibnizException cause) {
    failure.compareAndSet(null, cause);
  }

  boolean goesOn() {
    return failure.get() == null && !cancellation.isRequested();
  }

  void throwFailure() {
    LeibnizException cause = failure.get();
    if (cause != null) {
      throw cause;
    }
  }
}
