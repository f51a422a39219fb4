package org.leibniz.api.model;

/**
 * What can be told of a model's files without loading them.
 *
 * @param family the architecture, for instance {@code llama}
 * @param parameters number of weights
 * @param bytes what they take on disk
 * @param context longest sequence the model was made for, in tokens
 * @param dtype how most of the weights are stored, for instance {@code BF16} or {@code Q4_1}
 * @param licence name of the licence's file, or what the model's own description says; empty where neither is there
 */
public record ModelFiles(String family, long parameters, long bytes, int context, String dtype, String licence) {}
