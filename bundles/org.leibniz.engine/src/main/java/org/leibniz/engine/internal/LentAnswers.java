package org.leibniz.engine.internal;

import org.leibniz.api.ErrorCode;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.strategy.Answers;
import org.leibniz.api.strategy.Solution;

/** The run's first grader as strategies may use it: the gold answer stays hidden. */
record LentAnswers(Problem posed, ConfiguredGrader grader, GradingContext context) implements Answers {
  LentAnswers {
    posed =
        new Problem(
            posed.id(), posed.position(), posed.question(), posed.subject(), posed.level(), posed.choices(), "", "",
            posed.attributes());
  }

  @Override
  public Extraction extract(Solution solution) {
    return PluginBoundary.call(
        grader.name(), ErrorCode.PLUGIN_FAILED, () -> grader.instance().extract(posed, solution));
  }

  @Override
  public boolean same(String first, String second) {
    Verdict verdict =
        PluginBoundary.call(
            grader.name(), ErrorCode.PLUGIN_FAILED, () -> grader.instance().compare(posed, first, second, context));
    return verdict.equality() == Verdict.Equality.EQUAL;
  }
}
