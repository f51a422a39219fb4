package org.leibniz.api.strategy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a strategy made of a problem.
 *
 * @param segments the readable transcript, in order
 * @param completion the text that graders look at, as the strategy's protocol defines it
 * @param ending how the strategy ended
 */
public record Solution(List<Segment> segments, String completion, Ending ending) {
  /** How a strategy ended. */
  public enum Ending {
    FINISHED,
    /** The protocol's limit on rounds was reached. */
    ROUND_LIMIT,
    /** A reply or the prompt ran into its token limit. */
    TRUNCATED,
    /** A model call failed and the protocol goes on without it. */
    MODEL_FAILED
  }

  public Solution {
    segments = List.copyOf(segments);
  }

  /** A solution that is only text, for graders' tests and judged pairs. */
  public static Solution ofText(String text) {
    return new Solution(List.of(new Segment.Text(text, "", -1)), text, Ending.FINISHED);
  }

  /** All segments' text, one after the other. */
  public String transcript() {
    return segments.stream().map(Segment::text).collect(Collectors.joining("\n"));
  }
}
