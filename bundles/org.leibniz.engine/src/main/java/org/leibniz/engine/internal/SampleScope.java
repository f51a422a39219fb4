package org.leibniz.engine.internal;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.executor.ProgramExecutor;
import org.leibniz.api.strategy.Answers;
import org.leibniz.api.strategy.Shot;
import org.leibniz.engine.CallSeeds;

/** What all branches of one sample share. */
record SampleScope(
    Problem problem, int sample, RunPlugins plugins, CallSeeds seeds, ReplyCache cache, CallLog log, BooleanSupplier stopped) {
  OpenedModel model(String role) {
    OpenedModel model = plugins.models().get(role);
    if (model == null) {
      throw new LeibnizException(
          ErrorCode.BAD_USAGE,
          "the strategy asks for a model in the role '" + role + "', and the run has " + String.join(", ", plugins.models().keySet()));
    }
    return model;
  }

  ProgramExecutor executor() {
    return plugins
        .executor()
        .orElseThrow(
            () ->
                new LeibnizException(
                    ErrorCode.EXECUTOR_FAILED, "the strategy runs programs and the run has no executor; add  executor: graalpy"));
  }

  List<Shot> shots() {
    return plugins.shots();
  }

  Answers answers() {
    return new LentAnswers(problem, plugins.graders().getFirst(), plugins.gradingContext());
  }

  void checkRunning() {
    if (stopped.getAsBoolean() || Thread.currentThread().isInterrupted()) {
      throw new LeibnizException(ErrorCode.CANCELLED, "the sample was stopped");
    }
  }
}
