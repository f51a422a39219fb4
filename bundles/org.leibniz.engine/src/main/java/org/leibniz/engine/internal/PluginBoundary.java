package org.leibniz.engine.internal;

import java.util.function.Supplier;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/** The one place where what a plugin throws becomes a {@code LeibnizException} that names the plugin. */
final class PluginBoundary {
  private PluginBoundary() {}

  /** Runs a call into a plugin; whatever it throws, and null, comes out with {@code code}. */
  static <T> T call(String plugin, ErrorCode code, Supplier<T> call) {
    try {
      T result = call.get();
      if (result == null) {
        throw new LeibnizException(code, plugin + " returned nothing (null)");
      }
      return result;
    } catch (LeibnizException e) {
      throw e;
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new LeibnizException(ErrorCode.CANCELLED, plugin + " was interrupted", e);
      }
      throw new LeibnizException(code, plugin + " threw " + describe(e), e);
    }
  }

  /** Class, message and place of an exception in one line. */
  static String describe(Throwable thrown) {
    String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage().lines().findFirst().orElse("");
    StackTraceElement[] trace = thrown.getStackTrace();
    return thrown.getClass().getName() + message + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
