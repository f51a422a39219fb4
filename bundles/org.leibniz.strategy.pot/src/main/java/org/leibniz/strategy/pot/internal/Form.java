package org.leibniz.strategy.pot.internal;

import java.util.List;
import org.leibniz.api.model.ModelInfo;
import org.leibniz.api.strategy.Shot;

/** How a program is asked for. */
enum Form {
  /** After worked examples where there are any, else without. */
  AUTO,
  /** After worked examples. */
  FEW_SHOT,
  /** Without worked examples, even where the run has some. */
  ZERO_SHOT,
  /** Reasoning in prose first, and a second call that asks for the program. */
  ZERO_SHOT_COT;

  /** The form in force: a recording can only be asked as it was made, whatever the run file says. */
  Form resolved(ModelInfo model, List<Shot> shots) {
    return switch (model.traits().getOrDefault("form", "")) {
      case "zero-shot" -> ZERO_SHOT;
      case "zero-shot-cot" -> ZERO_SHOT_COT;
      case "few-shot" -> FEW_SHOT;
      default -> this != AUTO ? this : shots.isEmpty() ? ZERO_SHOT : FEW_SHOT;
    };
  }
}
