package org.leibniz.api;

import java.nio.file.Path;
import java.util.Objects;

/** The one exception type of Leibniz: a code, and a message that says what failed, where, and what to do. */
public final class LeibnizException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public LeibnizException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public LeibnizException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
  }

  public ErrorCode code() {
    return code;
  }

  public static LeibnizException usage(String message) {
    return new LeibnizException(ErrorCode.BAD_USAGE, message);
  }

  public static LeibnizException badInput(String message) {
    return new LeibnizException(ErrorCode.BAD_INPUT, message);
  }

  /**
   * Bad content at a place in a file, worded as {@code FILE:LINE: FIELD: problem}.
   *
   * @param line 1-based; 0 where there is no line
   * @param field dotted path of the field; empty where there is none
   * @param problem what was found and what would be right
   */
  public static LeibnizException badInput(Path file, int line, String field, String problem) {
    String where = file + (line > 0 ? ":" + line : "") + ": " + (field.isEmpty() ? "" : field + ": ");
    return new LeibnizException(ErrorCode.BAD_INPUT, where + problem);
  }
}
