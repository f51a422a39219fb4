package org.leibniz.cli.internal.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.grader.Outcome;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.engine.Cancellation;
import org.leibniz.engine.RunPlan;
import org.leibniz.engine.RunResult;
import org.leibniz.store.RunRow;
import org.leibniz.store.RunStore;
import org.leibniz.store.SummaryRow;

/** Runs plans one after the other under one progress view. */
record RunBatch(Context context, RunStore store, Path state, boolean fresh) {
  /**
   * How it ended.
   *
   * @param finished results in order, the last one cancelled where the batch was
   * @param failed how many plans could not be run to their end
   */
  record Ending(List<RunResult> finished, int failed, boolean cancelled) {}

  Ending run(List<RunPlan> plans) {
    Cancellation cancellation = new Cancellation();
    RunProgress progress = new RunProgress(plans.stream().map(RunPlan::expected).toList());
    List<RunResult> results = new ArrayList<>();
    int failed = 0;
    Optional<BatchRecord> record =
        plans.size() > 1 ? Optional.of(BatchRecord.of(state, plans, fresh)) : Optional.empty();
    try (ProgressView view = new ProgressView(context.console(), progress);
        Interrupt interrupt = Interrupt.asks(() -> stop(view, cancellation))) {
      for (RunPlan plan : plans) {
        if (cancellation.isRequested()) {
          break;
        }
        progress.next(plan.spec().name());
        Optional<RunRow> made = record.flatMap(batch -> batch.finished(plan, store));
        if (made.isPresent()) {
          results.add(passed(made.get(), progress));
          continue;
        }
        try {
          RunResult result = context.services().engine().get().run(plan, store, fresh, progress, cancellation);
          results.add(result);
          if (!result.cancelled()) {
            record.ifPresent(batch -> batch.add(plan, result.run()));
          }
        } catch (LeibnizException e) {
          if (e.code() == ErrorCode.STORE || e.code() == ErrorCode.INTERNAL || plans.size() == 1) {
            throw e;
          }
          failed++;
          view.say("leibniz: " + plan.spec().name() + ": " + Printable.oneLine(e.getMessage()));
        }
      }
    }
    if (results.size() == plans.size() && !cancellation.isRequested()) {
      record.ifPresent(BatchRecord::complete);
    }
    return new Ending(results, failed, cancellation.isRequested());
  }

  /** A run that an earlier call of this batch finished. */
  private RunResult passed(RunRow run, RunProgress progress) {
    long samples = (long) run.problems() * run.samplesPerProblem();
    long correct =
        store.summary(store.gradings(run.key()).getFirst().key()).stream()
            .filter(row -> row.outcome() == Outcome.CORRECT)
            .mapToLong(SummaryRow::n)
            .sum();
    progress.started(run, samples, samples, correct);
    return new RunResult(run, true, false, 0, 0);
  }

  private static void stop(ProgressView view, Cancellation cancellation) {
    view.say("stopping when the samples in flight have ended; Ctrl-C again ends at once");
    cancellation.request();
  }
}
