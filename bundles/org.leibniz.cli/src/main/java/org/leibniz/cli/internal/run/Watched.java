package org.leibniz.cli.internal.run;

import java.util.List;
import org.leibniz.cli.internal.Console;
import org.leibniz.engine.Cancellation;
import org.leibniz.engine.RunListener;

/** One long task under a progress view that Ctrl-C stops. */
public record Watched(Console console, String name, long expected) {
  /** The task. */
  @FunctionalInterface
  public interface Task<T> {
    T call(RunListener listener, Cancellation cancellation);
  }

  public <T> T call(Task<T> task) {
    Cancellation cancellation = new Cancellation();
    RunProgress progress = new RunProgress(List.of(expected));
    progress.next(name);
    try (ProgressView view = new ProgressView(console, progress);
        Interrupt interrupt =
            Interrupt.asks(
                () -> {
                  view.say("stopping; Ctrl-C again ends at once");
                  cancellation.request();
                })) {
      return task.call(progress, cancellation);
    }
  }
}
