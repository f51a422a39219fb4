package org.leibniz.trainer.sft.internal.network;

/**
 * AdamW (Loshchilov and Hutter 2019, arXiv 1711.05101).
 *
 * @param weightDecay of matrices; norms have none
 * @param clip the whole gradient is scaled to at most this Euclidean norm
 */
public record Optimiser(double beta1, double beta2, double epsilon, double weightDecay, double clip) {}
