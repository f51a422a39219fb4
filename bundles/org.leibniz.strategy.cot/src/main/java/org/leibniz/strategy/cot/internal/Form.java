package org.leibniz.strategy.cot.internal;

import org.leibniz.api.model.ModelInfo;

/** How the model is asked. */
enum Form {
  /** What a recording was made with, else few-shot where there are worked examples, else the prompt alone. */
  AUTO,
  /** Worked examples before the problem; without any, the prompt alone. */
  FEW_SHOT,
  /** The answer at once, without reasoning. */
  ZERO_SHOT,
  /** "Let's think step by step", and a second call that asks for the answer. */
  ZERO_SHOT_COT;

  /** The form in force for a model: a recording knows which one it was made with. */
  Form resolved(ModelInfo model) {
    if (this != AUTO) {
      return this;
    }
    return switch (model.traits().getOrDefault("form", "")) {
      case "zero-shot" -> ZERO_SHOT;
      case "zero-shot-cot" -> ZERO_SHOT_COT;
      default -> FEW_SHOT;
    };
  }
}
