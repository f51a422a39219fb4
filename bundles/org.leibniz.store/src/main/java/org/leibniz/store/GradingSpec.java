package org.leibniz.store;

/**
 * A grader with its options.
 *
 * @param grader id
 * @param digest of the plugin revision
 * @param options JSON object, sorted keys
 * @param warning what its self-test found wrong on the run's problems, one line that belongs to every view of the grading;
 *     empty where nothing is
 */
public record GradingSpec(String grader, String digest, String options, String warning) {
  /** One that nothing is found wrong with. */
  public GradingSpec(String grader, String digest, String options) {
    this(grader, digest, options, "");
  }

  public GradingSpec withWarning(String found) {
    return new GradingSpec(grader, digest, options, found);
  }
}
