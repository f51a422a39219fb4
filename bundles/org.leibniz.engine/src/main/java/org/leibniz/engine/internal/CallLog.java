package org.leibniz.engine.internal;

import java.util.ArrayList;
import java.util.List;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.store.CallRecord;

/** The calls of one sample in the order they ended, and the limit on their number. Thread-safe: branches may run in parallel. */
final class CallLog {
  private final int maxCalls;
  private final long startNanos = System.nanoTime();
  private final List<CallRecord> calls = new ArrayList<>();
  private int started;

  CallLog(int maxCalls) {
    this.maxCalls = maxCalls;
  }

  synchronized void admit() {
    if (started == maxCalls) {
      throw new LeibnizException(
          ErrorCode.PLUGIN_FAILED, "the strategy made more than " + maxCalls + " calls for one sample (maxCalls)");
    }
    started++;
  }

  synchronized void add(CallRecord call) {
    calls.add(call);
  }

  synchronized List<CallRecord> calls() {
    return List.copyOf(calls);
  }

  long millisSinceStart() {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }
}
