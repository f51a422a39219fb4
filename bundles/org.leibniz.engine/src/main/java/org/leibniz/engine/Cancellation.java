package org.leibniz.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request to stop, made at most once. Thread-safe. */
public final class Cancellation {
  private final AtomicBoolean requested = new AtomicBoolean();
  private final List<Runnable> actions = new CopyOnWriteArrayList<>();

  public boolean isRequested() {
    return requested.get();
  }

  /** Asks for the stop; later calls do nothing. */
  public void request() {
    if (requested.compareAndSet(false, true)) {
      actions.forEach(Runnable::run);
    }
  }

  /** Runs {@code action} when the stop is asked for, at once where it already was. May run it twice in a race. */
  public void onRequest(Runnable action) {
    actions.add(action);
    if (requested.get()) {
      action.run();
    }
  }
}
