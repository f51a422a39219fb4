package org.leibniz.strategy.cot.internal;

import org.leibniz.api.model.ModelInfo;

/** How the model is asked. */
enum Form {
  /** The prompt, after worked examples where there are any. */
  AUTO,
  /** Worked examples before the problem; without any, the prompt alone. */
  FEW_SHOT,
  /** The answer at once, without reasoning. */
  ZERO_SHOT,
  /** "Let's think step by step", and a second call that asks for the answer. */
  ZERO_SHOT_COT;

  /** The form in force for a model: a recording can only be asked as it was made, whatever the run file says. */
  Form resolved(ModelInfo model) {
    return switch (model.traits().getOrDefault("form", "")) {
      case "zero-shot" -> ZERO_SHOT;
      case "zero-shot-cot" -> ZERO_SHOT_COT;
      default -> this == AUTO ? FEW_SHOT : this;
    };
  }
}
