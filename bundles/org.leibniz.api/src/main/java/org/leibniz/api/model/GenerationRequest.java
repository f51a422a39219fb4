package org.leibniz.api.model;

import org.leibniz.api.CallId;

/**
 * One call of a model.
 *
 * @param seed derived from the run's seed and {@code id}; a sampling model that gets the same seed and prompt gives the
 *     same reply, whoever shares its batch
 */
public record GenerationRequest(CallId id, Prompt prompt, Decoding decoding, long seed) {}
