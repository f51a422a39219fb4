package org.leibniz.api;

/**
 * The identity of one model or executor call within a run. Seeds derive from it, the store keys on it, and a recorded
 * model finds its record by it; the response cache does not use it.
 *
 * @param problem the problem's id
 * @param sample 0-based index of the sample for that problem
 * @param branch name of the branch, empty for the main one; nested branches are separated by {@code /}
 * @param ordinal 0-based position among the calls of that branch, model and executor calls counted together
 */
public record CallId(String problem, int sample, String branch, int ordinal) {}
