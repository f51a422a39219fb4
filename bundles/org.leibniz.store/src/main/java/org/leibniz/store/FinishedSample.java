package org.leibniz.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.leibniz.api.strategy.Solution;

/**
 * A sample that has ended, whatever way.
 *
 * @param solution what the strategy returned; an empty one with a failure
 * @param failure one line, empty where nothing failed
 * @param flags see {@code GradedSample}
 * @param strategyDigest revision of the strategy that made it
 * @param calls in the order they ended
 * @param verdicts one for each grading of the run, in order
 */
public record FinishedSample(
    SampleKey key,
    Solution solution,
    String failure,
    Set<String> flags,
    String strategyDigest,
    Instant started,
    long millis,
    List<CallRecord> calls,
    List<VerdictRecord> verdicts) {}
