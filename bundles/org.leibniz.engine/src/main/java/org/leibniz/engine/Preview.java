package org.leibniz.engine;

import java.util.Optional;
import java.util.OptionalInt;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.strategy.DecodingStrategy.FirstCall;

/**
 * What {@code leibniz preview} shows.
 *
 * @param plan the plan it belongs to
 * @param call empty where the strategy cannot say
 * @param tokens of the prompt, empty where the model cannot count
 */
public record Preview(RunPlan plan, Problem problem, Optional<FirstCall> call, OptionalInt tokens) {}
