package org.leibniz.cli.internal.grade;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Extraction;
import org.leibniz.api.grader.Grader;
import org.leibniz.api.grader.GradingContext;
import org.leibniz.api.grader.Verdict;
import org.leibniz.api.strategy.Solution;

/** Judges pairs with a grader. A grader that throws gives no verdict, and the next pair is judged. */
record Judge(Grader grader) {
  /**
   * @param equal empty where the grader does not know or failed
   * @param answer what was compared of the prediction, {@link Extraction#NONE} where nothing was
   */
  record Judged(Pair pair, Optional<Boolean> equal, String reason, String layer, Extraction answer, boolean failed) {}

  private static final GradingContext NO_EXECUTOR =
      program -> {
        throw new LeibnizException(ErrorCode.EXECUTOR_FAILED, "pairs are judged without an executor");
      };

  Judged judge(Pair pair) {
    Problem problem = new Problem("pair", 0, "", Problem.ALL, 0, List.of(), pair.reference(), "", Map.of());
    try {
      Extraction given = answer(problem, pair.prediction());
      if (given.answer().isEmpty()) {
        return new Judged(pair, Optional.of(false), "no answer found in the prediction", "extraction", given, false);
      }
      String reference = answer(problem, pair.reference()).answer().orElse(pair.reference());
      Verdict verdict = grader.compare(problem, reference, given.answer().get(), NO_EXECUTOR);
      Optional<Boolean> equal =
          switch (verdict.equality()) {
            case EQUAL -> Optional.of(true);
            case DIFFERENT -> Optional.of(false);
            case UNKNOWN -> Optional.empty();
          };
      return new Judged(pair, equal, verdict.reason(), verdict.layer(), given, false);
    } catch (RuntimeException | StackOverflowError e) {
      return new Judged(pair, Optional.empty(), "the grader failed: " + e, "failure", Extraction.NONE, true);
    }
  }

  /** A bare answer is one; a whole text has one where the grader finds it. */
  private Extraction answer(Problem problem, String text) {
    return WholeText.is(text)
        ? grader.extract(problem, Solution.ofText(text))
        : new Extraction(Optional.of(text), 0, text.length(), "bare");
  }
}
