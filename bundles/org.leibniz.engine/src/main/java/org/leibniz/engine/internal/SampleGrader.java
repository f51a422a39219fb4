package org.leibniz.engine.internal;

import java.util.Optional;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.strategy.Solution;
import org.leibniz.store.VerdictRecord;

/** Extraction, comparison and outcome of one sample under one grader. */
record SampleGrader(ConfiguredGrader grader, GradingContext context) {
  /**
   * Grades a solution.
   *
   * @param withoutAnswer the outcome where no answer is found
   */
  VerdictRecord grade(Problem problem, Solution solution, Outcome withoutAnswer) {
    try {
      Extraction extraction =
          PluginBoundary.call(
              grader.name(), ErrorCode.PLUGIN_FAILED, () -> grader.instance().extract(problem, solution));
      if (extraction.answer().isEmpty()) {
        return unanswered(withoutAnswer, "no answer found");
      }
      String answer = extraction.answer().get();
      Verdict verdict =
          PluginBoundary.call(
              grader.name(),
              ErrorCode.PLUGIN_FAILED,
              () -> grader.instance().compare(problem, problem.answer(), answer, context));
      return record(extraction, verdict);
    } catch (LeibnizException e) {
      if (e.code() == ErrorCode.CANCELLED) {
        throw e;
      }
      return unanswered(Outcome.GRADER_FAILED, e.getMessage());
    }
  }

  private static VerdictRecord record(Extraction extraction, Verdict verdict) {
    Outcome outcome =
        switch (verdict.equality()) {
          case EQUAL -> Outcome.CORRECT;
          case DIFFERENT -> Outcome.WRONG;
          case UNKNOWN -> Outcome.UNPARSABLE;
        };
    Optional<Boolean> equal =
        verdict.equality() == Verdict.Equality.UNKNOWN
            ? Optional.empty()
            : Optional.of(verdict.equality() == Verdict.Equality.EQUAL);
    return new VerdictRecord(
        outcome, extraction.answer(), extraction.start(), extraction.end(), extraction.rule(), equal,
        verdict.reason(), verdict.layer());
  }

  /** The verdict on a sample that has no answer. */
  static VerdictRecord unanswered(Outcome outcome, String reason) {
    return new VerdictRecord(outcome, Optional.empty(), -1, -1, "none", Optional.empty(), reason, "");
  }
}
