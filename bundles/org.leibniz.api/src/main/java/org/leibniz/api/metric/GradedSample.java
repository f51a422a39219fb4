package org.leibniz.api.metric;

import java.util.Set;
import org.leibniz.api.grader.Outcome;

/**
 * One sample as metrics see it, read from the store.
 *
 * @param problem id of the problem
 * @param sample 0-based index of the sample for that problem
 * @param answered whether an answer was extracted
 * @param flags for instance {@code truncated}, {@code timed-out}, {@code execution-failed}, {@code execution-differs}
 * @param modelCalls number of model calls
 * @param programs number of executions
 * @param programsFailed executions that did not succeed
 * @param promptTokens sum over calls, -1 where unknown
 * @param completionTokens sum over calls, -1 where unknown
 * @param millis wall time of the sample
 */
public record GradedSample(
    String problem,
    String subject,
    int level,
    int sample,
    Outcome outcome,
    boolean answered,
    Set<String> flags,
    int modelCalls,
    int programs,
    int programsFailed,
    long promptTokens,
    long completionTokens,
    long millis) {}
