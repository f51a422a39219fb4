package org.leibniz.api.trainer;

import java.nio.file.Path;

/**
 * How a training ended.
 *
 * @param finished whether the last step was taken; otherwise the same call goes on
 * @param step number of steps taken in all
 * @param checkpoint the newest checkpoint, a folder that opens as a model
 */
public record TrainingEnd(boolean finished, long step, Path checkpoint) {}
