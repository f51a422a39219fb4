package org.leibniz.cli.internal.run;

import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.cli.internal.Context;
import org.leibniz.cli.internal.text.Printable;
import org.leibniz.engine.Cancellation;
import org.leibniz.engine.RunPlan;
import org.leibniz.engine.RunResult;
import org.leibniz.store.RunStore;

/** Runs plans one after the other under one progress view. */
record RunBatch(Context context, RunStore store, boolean fresh) {
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
    try (ProgressView view = new ProgressView(context.console(), progress);
        Interrupt interrupt = Interrupt.asks(() -> stop(view, cancellation))) {
      for (RunPlan plan : plans) {
        if (cancellation.isRequested()) {
          break;
        }
        progress.next(plan.spec().name());
        try {
          results.add(context.services().engine().get().run(plan, store, fresh, progress, cancellation));
        } catch (LeibnizException e) {
          if (e.code() == ErrorCode.STORE || e.code() == ErrorCode.INTERNAL || plans.size() == 1) {
            throw e;
          }
          failed++;
          view.say("leibniz: " + plan.spec().name() + ": " + Printable.oneLine(e.getMessage()));
        }
      }
    }
    return new Ending(results, failed, cancellation.isRequested());
  }

  private static void stop(ProgressView view, Cancellation cancellation) {
    view.say("stopping when the samples in flight have ended; Ctrl-C again ends at once");
    cancellation.request();
  }
}
