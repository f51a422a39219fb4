package org.leibniz.workspace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run as a run file describes it, before plugins are looked up: presets merged in, the grid expanded, environment
 * variables filled in.
 *
 * @param name unique within its experiment
 * @param experiment name of the grid it belongs to, empty for a single run
 * @param models by role; {@code policy} is always there
 * @param graders the first one decides the outcome
 * @param metrics empty for all standard ones
 * @param samples per problem
 * @param limit most problems to run, 0 for all
 * @param subjects keep only these, empty for all
 * @param levels keep only these, empty for all
 * @param maxInFlight most samples at a time
 * @param cache whether replies are kept and reused across runs
 * @param sampleTimeout wall time after which a sample is given up
 * @param maxCalls most model calls and executions a sample may make
 * @param written the tree as it was written, environment variables by name; stored with the run
 * @param source the file it was read from, for messages
 */
public record RunSpec(
    String name,
    String experiment,
    PluginSpec dataset,
    Map<String, PluginSpec> models,
    PluginSpec strategy,
    Optional<PluginSpec> executor,
    List<PluginSpec> graders,
    List<PluginSpec> metrics,
    int samples,
    long seed,
    int limit,
    List<String> subjects,
    List<Integer> levels,
    int maxInFlight,
    boolean cache,
    Duration sampleTimeout,
    int maxCalls,
    Map<String, Object> written,
    String source) {}
