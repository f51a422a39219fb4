package org.leibniz.store;

import java.util.List;
import java.util.Set;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.strategy.Segment;
import org.leibniz.api.strategy.Solution;

/**
 * A stored sample with all that was made of it.
 *
 * @param outcome under the grading that was asked for
 * @param verdicts of all gradings, in the order of {@link RunStore#gradings}
 * @param segments the transcript with what each piece took
 */
public record StoredSample(
    Problem problem,
    int sample,
    Outcome outcome,
    Set<String> flags,
    String failure,
    String strategyDigest,
    Solution solution,
    List<GradedVerdict> verdicts,
    List<TimedSegment> segments,
    long millis) {
  /** A verdict and the grading it belongs to. */
  public record GradedVerdict(Grading grading, VerdictRecord verdict) {}

  /**
   * A segment and what the call that produced it took.
   *
   * @param millis -1 where no call produced it
   * @param tokens generated tokens, -1 where unknown
   * @param stop how the generation ended or the execution's status; empty where no call produced it
   */
  public record TimedSegment(Segment segment, long millis, int tokens, String stop) {}
}
