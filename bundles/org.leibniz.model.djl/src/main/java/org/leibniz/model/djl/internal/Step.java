package org.leibniz.model.djl.internal;

/**
 * Tokens that are evaluated together, one row each; see {@link DecoderScript} for runs.
 *
 * @param cosine {@code [rows, headSize / 2]}, as is {@code sine}
 * @param runs {@link DecoderScript#RUN_NUMBERS} numbers for each run, in order of rows
 * @param wanted rows whose logits are given back
 */
record Step(long[] tokens, float[] cosine, float[] sine, long[] slots, long[] positions, long[] runs, long[] wanted) {}
