package org.leibniz.grader.published.latex;

/** A text that cannot be read, or an expression without a value; carries no stack trace, because it is an ordinary outcome. */
public final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int MAX_LENGTH = 120;

  private final boolean budget;

  private Rejected(String reason, boolean budget) {
    super(oneLine(reason), null, false, false);
    this.budget = budget;
  }

  /** What the original raises an exception for. */
  public static Rejected because(String reason) {
    return new Rejected(reason, false);
  }

  /** What is refused here because it would take too long or too much memory. */
  public static Rejected budget(String reason) {
    return new Rejected(reason, true);
  }

  /** Reasons quote texts of others: no control characters, and no more of them than a person reads. */
  private static String oneLine(String reason) {
    String shown = reason.length() > MAX_LENGTH ? reason.substring(0, MAX_LENGTH) + "…" : reason;
    return shown.replaceAll("\\p{Cntrl}", " ");
  }

  public boolean isBudget() {
    return budget;
  }
}
