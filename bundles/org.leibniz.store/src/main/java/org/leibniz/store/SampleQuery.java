package org.leibniz.store;

import java.util.Optional;
import java.util.OptionalInt;
import org.leibniz.api.grader.Outcome;

/**
 * Which samples of a run to read.
 *
 * @param grading whose outcome counts; empty for the run's first
 * @param search text that question, transcript or answer must contain, ignoring case
 * @param limit 0 for all
 */
public record SampleQuery(
    long run,
    Optional<Long> grading,
    Optional<Outcome> outcome,
    Optional<String> subject,
    OptionalInt level,
    Optional<String> search,
    Optional<String> problem,
    Optional<String> flag,
    long limit) {
  public static SampleQuery all(long run) {
    return new SampleQuery(
        run,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }
}
