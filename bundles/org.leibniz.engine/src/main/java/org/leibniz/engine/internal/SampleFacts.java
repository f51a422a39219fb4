package org.leibniz.engine.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Status;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.model.Stop;
import org.leibniz.api.strategy.Solution;
import org.leibniz.store.CallRecord;

/** What the calls of a sample say of it: its flags, and its outcome where it has no answer. */
record SampleFacts(List<CallRecord> calls, Solution.Ending ending) {
  Set<String> flags() {
    Set<String> flags = new TreeSet<>();
    calls.forEach(call -> flag(call, flags));
    switch (ending) {
      case FINISHED -> {}
      case ROUND_LIMIT -> flags.add("round-limit");
      case TRUNCATED -> flags.add("truncated");
      case MODEL_FAILED -> flags.add("model-failed");
    }
    return flags;
  }

  private static void flag(CallRecord call, Set<String> flags) {
    switch (call) {
      case CallRecord.Generated generated -> {
        if (generated.reply().filter(reply -> reply.stop() == Stop.LENGTH).isPresent()) {
          flags.add("truncated");
        }
        if (!generated.failure().isEmpty()) {
          flags.add("model-failed");
        }
      }
      case CallRecord.Executed executed -> {
        if (executed.result().filter(Execution::succeeded).isEmpty()) {
          flags.add("execution-failed");
        }
        executed.result().map(Execution::status).ifPresent(status -> flag(status, flags));
      }
      case CallRecord.Scored scored -> {
        if (!scored.failure().isEmpty()) {
          flags.add("model-failed");
        }
      }
    }
  }

  private static void flag(Status status, Set<String> flags) {
    switch (status) {
      case TIMEOUT -> flags.add("timed-out");
      case UNSUPPORTED -> flags.add("unsupported");
      case MEMORY -> flags.add("out-of-memory");
      case TRUNCATED -> flags.add("output-truncated");
      case OK, ERROR, CRASHED -> {}
    }
  }

  /** The last failure, going back no further than an execution that succeeded; no answer where there is none. */
  Outcome withoutAnswer() {
    if (ending == Solution.Ending.MODEL_FAILED) {
      return Outcome.MODEL_FAILED;
    }
    for (CallRecord call : calls.reversed()) {
      switch (call) {
        case CallRecord.Generated generated -> {
          if (!generated.failure().isEmpty()) {
            return Outcome.MODEL_FAILED;
          }
          if (generated.reply().filter(reply -> reply.stop() == Stop.LENGTH).isPresent()) {
            return Outcome.TRUNCATED;
          }
        }
        case CallRecord.Executed executed -> {
          return executed.result().filter(Execution::succeeded).isPresent() ? other() : failed(executed);
        }
        case CallRecord.Scored scored -> {}
      }
    }
    return other();
  }

  private Outcome other() {
    return ending == Solution.Ending.TRUNCATED ? Outcome.TRUNCATED : Outcome.NO_ANSWER;
  }

  private static Outcome failed(CallRecord.Executed executed) {
    boolean timedOut = executed.result().filter(result -> result.status() == Status.TIMEOUT).isPresent();
    return timedOut ? Outcome.TIMED_OUT : Outcome.EXECUTION_FAILED;
  }
}
