package org.leibniz.stats;

/**
 * What accuracy could be, given that some samples were never judged on an answer (none given, unparsable, truncated, failed
 * or timed out).
 *
 * @param allWrong accuracy with each of them counted as wrong
 * @param leftOut accuracy over the others alone; NaN where there are no others
 */
public record AccuracyBounds(long correct, long judged, long unjudged, double allWrong, double leftOut) {
  /**
   * @param correct samples with a right answer
   * @param judged samples whose answer was found right or wrong, including {@code correct}
   * @param unjudged all other samples
   */
  public static AccuracyBounds of(long correct, long judged, long unjudged) {
    if (correct < 0 || judged < correct || unjudged < 0) {
      throw new IllegalArgumentException(correct + " correct of " + judged + " judged and " + unjudged + " unjudged");
    }
    return new AccuracyBounds(
        correct, judged, unjudged, (double) correct / (judged + unjudged), (double) correct / judged);
  }
}
