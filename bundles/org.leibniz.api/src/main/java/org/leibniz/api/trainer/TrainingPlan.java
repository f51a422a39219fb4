package org.leibniz.api.trainer;

/**
 * A training that has been checked.
 *
 * @param parameters of the model
 * @param vocabulary tokens the model knows
 * @param examples in the training data
 * @param tokens of all examples together
 * @param skipped examples longer than the context, which take no part
 * @param firstStep number of steps that were taken before, 0 where it begins anew
 * @param steps number of the last step
 */
public record TrainingPlan(
    long parameters, int vocabulary, int examples, long tokens, int skipped, long firstStep, long steps) {}
