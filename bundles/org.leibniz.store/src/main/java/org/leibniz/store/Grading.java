package org.leibniz.store;

import java.time.Instant;

/** One grading of a run. */
public record Grading(long key, GradingSpec spec, Instant started) {}
