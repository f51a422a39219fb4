package org.leibniz.store;

import java.util.List;

/**
 * A run about to start.
 *
 * @param name as written in the run file
 * @param experiment the grid it belongs to, empty for a single run
 * @param planKey SHA-256 of everything that decides its samples; equal keys mean that one can resume the other
 * @param plan the resolved plan, JSON
 * @param digests what it ran with (plugins by kind and id, model, dataset, executor version), JSON
 * @param dataset id of the dataset source
 * @param split {@code test}, …
 * @param datasetDigest SHA-256 of the dataset's bytes
 * @param strategy id
 * @param model name for people
 * @param origin {@code live}, {@code recorded} or {@code demonstration}
 * @param samplesPerProblem K
 * @param excluded problems left out because the model has nothing for them
 * @param remarks lines for people that belong to every view of the run
 * @param gradings the first one decides the outcome
 */
public record NewRun(
    String name,
    String experiment,
    String planKey,
    String plan,
    String digests,
    String dataset,
    String split,
    String datasetDigest,
    String strategy,
    String model,
    String origin,
    int samplesPerProblem,
    int excluded,
    List<String> remarks,
    List<GradingSpec> gradings) {}
