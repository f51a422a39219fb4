package org.leibniz.api.executor;

/**
 * The result of running one program or block.
 *
 * @param value the last expression's value as an interactive session echoes it; empty where there is none
 * @param stdout what was written to standard output
 * @param stderr what was written to standard error
 * @param display everything a notebook would show, in order of arrival: standard output and error, the echoed value, the
 *     traceback; not stripped
 * @param error what was raised; {@link ErrorInfo#NONE} where nothing was
 * @param millis wall time
 * @param cpuMillis processor time of the program, -1 where it is not known
 */
public record Execution(
    Status status,
    String value,
    String stdout,
    String stderr,
    String display,
    ErrorInfo error,
    long millis,
    long cpuMillis) {
  /**
   * An exception of the program's.
   *
   * @param type class name, for instance {@code ZeroDivisionError}; empty where there was none
   * @param message its text
   * @param traceback as an interactive session prints it, without colours
   */
  public record ErrorInfo(String type, String message, String traceback) {
    public static final ErrorInfo NONE = new ErrorInfo("", "", "");
  }

  public boolean succeeded() {
    return status == Status.OK || status == Status.TRUNCATED;
  }
}
