package org.leibniz.store;

/**
 * A grader with its options.
 *
 * @param grader id
 * @param digest of the plugin revision
 * @param options JSON object, sorted keys
 */
public record GradingSpec(String grader, String digest, String options) {}
