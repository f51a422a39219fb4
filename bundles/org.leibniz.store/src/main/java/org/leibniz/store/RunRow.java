package org.leibniz.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run as lists show it; see {@link NewRun} for the fields it shares.
 *
 * @param key internal key
 * @param id eight hexadecimal digits, unique in the store
 * @param problems number of problems, without the excluded ones
 * @param wallSeconds time spent so far, over all resumptions
 * @param resumptions how often it was resumed
 */
public record RunRow(
    long key,
    String id,
    String name,
    String experiment,
    String planKey,
    RunStatus status,
    Instant started,
    Optional<Instant> ended,
    String dataset,
    String split,
    String datasetDigest,
    String strategy,
    String model,
    String origin,
    int problems,
    int samplesPerProblem,
    int excluded,
    List<String> remarks,
    double wallSeconds,
    int resumptions,
    Set<String> tags,
    String note,
    String plan,
    String digests) {}
