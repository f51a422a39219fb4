package org.leibniz.api.trainer;

/**
 * One step of the optimiser.
 *
 * @param number from 1
 * @param loss mean cross-entropy over the step's target tokens, in nats, before the update
 * @param learningRate it was taken with
 * @param gradientNorm Euclidean norm of the whole gradient before clipping
 * @param tokens that were read in this step, padding not counted
 * @param targets among them, whose loss counts
 * @param millis wall time of the step
 */
public record TrainingStep(
    long number, double loss, double learningRate, double gradientNorm, long tokens, long targets, double millis) {}
