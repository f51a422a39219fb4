package org.leibniz.store;

/** A verdict of a later grading. */
public record RegradedSample(SampleKey key, VerdictRecord verdict) {}
