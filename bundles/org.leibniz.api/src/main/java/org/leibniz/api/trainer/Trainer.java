package org.leibniz.api.trainer;

import java.nio.file.Path;
import org.leibniz.api.plugin.Plugin;

/**
 * Trains one model. Configured once, then {@link #train} is called once; a trainer may use all processors and is never run
 * beside another of the same process.
 */
public interface Trainer extends Plugin {
  /**
   * Trains until the last step or until the listener stops it; blocks. All that it keeps lies in {@code folder}: checkpoints,
   * each of which can be opened as a model by its path, and {@code curve.jsonl} with one object a step. Where the folder has
   * checkpoints of the same training, it goes on from the newest one, and what comes out has the same parameters, bit for
   * bit, as if it had not been interrupted.
   *
   * @throws org.leibniz.api.LeibnizException with code {@code BAD_INPUT} for data or settings that cannot be used, before
   *     anything is written; with {@code BAD_USAGE} where the folder holds checkpoints of another training
   */
  TrainingEnd train(Path folder, TrainingListener listener);
}
