package org.leibniz.engine;

import org.leibniz.api.grader.Outcome;
import org.leibniz.store.RunRow;
import org.leibniz.store.SampleKey;

/** Hears of a run's progress; called from many threads, must return at once. */
public interface RunListener {
  RunListener SILENT = new RunListener() {};

  /**
   * Called once, before the first sample.
   *
   * @param already samples that were committed by an earlier call
   * @param alreadyCorrect how many of those are correct
   */
  default void started(RunRow run, long expected, long already, long alreadyCorrect) {}

  /** Called after a sample was committed. */
  default void committed(SampleKey key, Outcome outcome, long millis) {}

  /** A line for people: what a plugin wants to say, what is waited for. */
  default void remark(String line) {}
}
