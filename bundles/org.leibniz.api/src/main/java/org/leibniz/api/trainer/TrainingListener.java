package org.leibniz.api.trainer;

import java.nio.file.Path;

/** Hears how a training goes; called from the training's thread, which waits for each call to return. */
public interface TrainingListener {
  /** What is about to happen, once, before the first step. */
  default void started(TrainingPlan plan) {}

  /** A step has been taken. */
  default void stepped(TrainingStep step) {}

  /** A checkpoint is wholly written. */
  default void saved(long step, Path checkpoint) {}

  /** Asked before each step; once false, the training writes a checkpoint and ends. */
  default boolean goesOn() {
    return true;
  }
}
