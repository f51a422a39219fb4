package org.leibniz.engine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.plugin.Kind;
import org.leibniz.engine.Cancellation;
import org.leibniz.engine.Regrader;
import org.leibniz.engine.RunListener;
import org.leibniz.plugins.LeasedPlugin;
import org.leibniz.plugins.PluginLease;
import org.leibniz.plugins.Plugins;
import org.leibniz.store.Grading;
import org.leibniz.store.GradingSpec;
import org.leibniz.store.RegradedSample;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.store.SampleKey;
import org.leibniz.store.SampleQuery;
import org.leibniz.store.StoredSample;
import org.leibniz.store.VerdictRecord;
import org.leibniz.workspace.PluginSpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Grades stored samples with another grader, in batches, each committed at once. */
@Component(service = Regrader.class)
public final class StoredRunGrader implements Regrader {
  private static final int BATCH = 256;

  private final Plugins plugins;

  @Activate
  public StoredRunGrader(@Reference Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  public Grading grade(
      RunStore store, RunRow run, PluginSpec spec, RunListener listener, Cancellation cancellation) {
    PluginSpec complete = new Planner(plugins, new DatasetReader(plugins)).complete(Kind.GRADER, spec);
    try (PluginLease lease = plugins.lease()) {
      LeasedPlugin<Grader> leased = lease.get(Kind.GRADER, spec.id(), Grader.class);
      leased.instance().configure(complete.config());
      SelfTestGate gate = SelfTestGate.of(plugins, spec.id());
      String warning = gate.warning(spec.id(), leased.instance(), store.problems(run.key()));
      GradingSpec gradingSpec =
          new GradingSpec(spec.id(), leased.digest(), CanonicalJson.write(complete.config().values()), warning);
      Grading grading = store.beginGrading(run.key(), gradingSpec);
      listener.started(run, store.count(run.key()), 0, 0);
      ConfiguredGrader grader = new ConfiguredGrader(leased.instance(), gradingSpec, gate);
      gradeAll(store, run, grading, new SampleGrader(grader, noExecutor()), listener, cancellation);
      return grading;
    }
  }

  private static void gradeAll(
      RunStore store, RunRow run, Grading grading, SampleGrader grader, RunListener listener, Cancellation cancellation) {
    try (Stream<StoredSample> samples = store.samples(SampleQuery.all(run.key()))) {
      List<StoredSample> batch = new ArrayList<>(BATCH);
      for (StoredSample sample : (Iterable<StoredSample>) samples::iterator) {
        if (cancellation.isRequested()) {
          throw new LeibnizException(ErrorCode.CANCELLED, "grading was stopped; what was graded stays");
        }
        batch.add(sample);
        if (batch.size() == BATCH) {
          flush(store, grading, grader, batch, listener);
        }
      }
      flush(store, grading, grader, batch, listener);
    }
  }

  private static void flush(
      RunStore store, Grading grading, SampleGrader grader, List<StoredSample> batch, RunListener listener) {
    List<RegradedSample> graded = batch.parallelStream().map(sample -> regraded(grader, sample)).toList();
    batch.clear();
    if (!graded.isEmpty()) {
      store.appendVerdicts(grading.key(), graded);
    }
    graded.forEach(one -> listener.committed(one.key(), one.verdict().outcome(), 0));
  }

  private static RegradedSample regraded(SampleGrader grader, StoredSample sample) {
    SampleKey key = new SampleKey(sample.problem().id(), sample.sample());
    VerdictRecord first = sample.verdicts().getFirst().verdict();
    // What became of a sample without an answer does not depend on the grader.
    boolean answered = first.answer().isPresent() || first.outcome() == Outcome.GRADER_FAILED;
    Outcome withoutAnswer = answered ? Outcome.NO_ANSWER : first.outcome();
    return new RegradedSample(
        key,
        sample.failure().isEmpty()
            ? grader.grade(sample.problem(), sample.solution(), withoutAnswer)
            : SampleGrader.unanswered(first.outcome(), sample.failure()));
  }

  private static GradingContext noExecutor() {
    return program -> {
      throw new LeibnizException(ErrorCode.EXECUTOR_FAILED, "stored runs are graded without an executor");
    };
  }
}
