package org.leibniz.store;

import java.util.Optional;
import org.leibniz.api.grader.Outcome;

/**
 * What one grading says of one sample.
 *
 * @param answer the extracted answer
 * @param start offset of the answer in the completion, -1 where it is not a part of it
 * @param end offset behind it
 * @param rule which extraction rule found it
 * @param equal true, false, or empty for unknown and for no answer
 */
public record VerdictRecord(
    Outcome outcome,
    Optional<String> answer,
    int start,
    int end,
    String rule,
    Optional<Boolean> equal,
    String reason,
    String layer) {}
