package org.leibniz.notebook;

import java.util.List;
import java.util.Locale;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Execution.ErrorInfo;
import org.leibniz.api.executor.Status;

/** What replies mean as results. */
public final class Executions {
  private static final String RULE = "-".repeat(75);

  private Executions() {}

  public static Execution of(Reply.Result result, long millis) {
    boolean cut = result.pieces().stream().anyMatch(piece -> piece.channel() == Reply.Piece.CUT);
    Status status =
        switch (result.status()) {
          case "OK" -> cut ? Status.TRUNCATED : Status.OK;
          case "ERROR" -> Status.ERROR;
          case "MEMORY" -> Status.MEMORY;
          case "UNSUPPORTED" -> Status.UNSUPPORTED;
          default -> Status.CRASHED;
        };
    ErrorInfo error =
        result.errorType().isEmpty()
            ? ErrorInfo.NONE
            : new ErrorInfo(result.errorType(), result.errorMessage(), result.traceback());
    return new Execution(
        status,
        result.value(),
        text(result.pieces(), Reply.Piece.OUT),
        text(result.pieces(), Reply.Piece.ERR),
        text(result.pieces(), -1),
        error,
        millis,
        result.cpuMillis());
  }

  /** The display of a block that was killed is what MathCoder's harness records for it. */
  public static Execution timedOut(List<Reply.Piece> pieces, BlockLimits limits, long millis, long cpuMillis) {
    String message =
        millis >= limits.wall().toMillis()
            ? "the block took longer than " + seconds(limits.wall().toMillis())
            : "the block used more than " + seconds(limits.timeout().toMillis()) + " of processor time";
    String trace = failure("Timeout waiting for reply");
    return new Execution(
        Status.TIMEOUT,
        "",
        text(pieces, Reply.Piece.OUT),
        text(pieces, Reply.Piece.ERR),
        trace,
        new ErrorInfo("TimeoutError", message, trace),
        millis,
        cpuMillis);
  }

  public static Execution outOfMemory(BlockLimits limits, long millis) {
    String message = "the program needed more than " + (limits.memory() >> 20) + " MiB";
    String trace = failure("MemoryError: " + message);
    return new Execution(Status.MEMORY, "", "", "", trace, new ErrorInfo("MemoryError", message, trace), millis, -1);
  }

  public static Execution crashed(String words, long millis) {
    String message = "the worker ended: " + words;
    String trace = failure("Kernel died");
    return new Execution(Status.CRASHED, "", "", "", trace, new ErrorInfo("WorkerEnded", message, trace), millis, -1);
  }

  /** A failure of the notebook itself, written so that it counts as an error: a rule, the message, 32 blanks, a head. */
  private static String failure(String message) {
    return RULE + " " + message + " ".repeat(32) + "Traceback (most recent call last) ";
  }

  private static String seconds(long millis) {
    return millis % 1000 == 0 ? millis / 1000 + " s" : String.format(Locale.ROOT, "%.3f s", millis / 1000.0);
  }

  /** The text on one channel and where something was left out of it; all channels for -1. */
  private static String text(List<Reply.Piece> pieces, int channel) {
    StringBuilder text = new StringBuilder();
    for (Reply.Piece piece : pieces) {
      boolean cut = piece.channel() == Reply.Piece.CUT && channel <= Reply.Piece.OUT;
      if (channel < 0 || piece.channel() == channel || cut) {
        text.append(piece.text());
      }
    }
    return text.toString();
  }
}
