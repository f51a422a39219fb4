package org.leibniz.api.grader;

/**
 * Whether two answers are equal, and why.
 *
 * @param reason one line for people
 * @param layer which layer of the comparison decided, for instance {@code string} or {@code numeric}
 */
public record Verdict(Equality equality, String reason, String layer) {
  /** {@code UNKNOWN}: at least one side could not be understood within the budget. */
  public enum Equality {
    EQUAL,
    DIFFERENT,
    UNKNOWN
  }

  public static Verdict equal(String reason, String layer) {
    return new Verdict(Equality.EQUAL, reason, layer);
  }

  public static Verdict different(String reason, String layer) {
    return new Verdict(Equality.DIFFERENT, reason, layer);
  }

  public static Verdict unknown(String reason, String layer) {
    return new Verdict(Equality.UNKNOWN, reason, layer);
  }
}
