package org.leibniz.engine;

import org.leibniz.store.RunRow;

/**
 * How a call of {@link RunEngine#run} ended.
 *
 * @param run as it stands in the store now
 * @param resumed whether it went on with an earlier run
 * @param cancelled whether it was stopped before its end
 * @param wallSeconds of this call alone
 * @param samples committed by this call alone
 */
public record RunResult(RunRow run, boolean resumed, boolean cancelled, double wallSeconds, long samples) {}
