package org.leibniz.api.grader;

import org.leibniz.api.executor.Execution;

/** What a grader may use besides the two answers. Thread-safe. */
public interface GradingContext {
  /** Runs a program in the run's executor; throws {@code EXECUTOR_FAILED} where the run has none. */
  Execution run(String program);
}
