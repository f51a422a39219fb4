package org.leibniz.store;

/** One sample of a run. */
public record SampleKey(String problem, int sample) {}
