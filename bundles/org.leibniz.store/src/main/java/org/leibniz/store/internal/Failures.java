package org.leibniz.store.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.ErrorCode;
import org.leibniz.api.LeibnizException;

/** Turns what the database reports into one clear line. */
final class Failures {
  private Failures() {}

  /** Why a store could not be opened. */
  static LeibnizException opening(Path file, SQLException failure) {
    String problem =
        switch (failure.getErrorCode()) {
          case ErrorCode.DATABASE_ALREADY_OPEN_1, ErrorCode.ERROR_OPENING_DATABASE_1, ErrorCode.LOCK_TIMEOUT_1 ->
              "is in use by a program that does not share it; close that program and try again";
          case ErrorCode.FILE_VERSION_ERROR_1 ->
              "was written by another version of the database; open it with the Leibniz that wrote it";
          case ErrorCode.FILE_CORRUPTED_1,
              ErrorCode.GENERAL_ERROR_1,
              ErrorCode.IO_EXCEPTION_1,
              ErrorCode.IO_EXCEPTION_2 ->
              "is damaged and cannot be read (" + cause(failure).replace("IO Exception: ", "") + "); move it away or restore a copy";
          case ErrorCode.WRONG_USER_OR_PASSWORD -> "was not written by Leibniz; move it away";
          default -> "cannot be opened: " + cause(failure);
        };
    return new LeibnizException(org.leibniz.api.ErrorCode.STORE, file + ": the run store " + problem, failure);
  }

  /** Why something could not be read or written in an open store. */
  static LeibnizException using(Path file, SQLException failure) {
    return new LeibnizException(org.leibniz.api.ErrorCode.STORE, file + ": " + cause(failure), failure);
  }

  /** What is wrong with a query of a person's. */
  static LeibnizException query(SQLException failure) {
    String problem =
        switch (failure.getErrorCode()) {
          case ErrorCode.METHOD_ONLY_ALLOWED_FOR_QUERY ->
              "only queries are allowed here: a statement that begins with SELECT, WITH, VALUES, TABLE, SHOW or EXPLAIN";
          case ErrorCode.STATEMENT_WAS_CANCELED -> "the query took longer than it may; narrow it down";
          case ErrorCode.ADMIN_RIGHTS_REQUIRED, ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1 ->
              "the query may only read runs, problems, samples, calls, gradings, verdicts and summary";
          default -> cause(failure);
        };
    return new LeibnizException(org.leibniz.api.ErrorCode.BAD_USAGE, "sql: " + problem, failure);
  }

  /** Whether the connection is gone and a new one may work: the process that held the database has ended. */
  static boolean disconnected(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case ErrorCode.CONNECTION_BROKEN_1,
          ErrorCode.DATABASE_IS_CLOSED,
          ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
          ErrorCode.OBJECT_CLOSED,
          ErrorCode.DATABASE_ALREADY_OPEN_1,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2 ->
          true;
      default -> false;
    };
  }

  /** Whether another transaction was in the way and a second try may work. */
  static boolean conflicting(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case ErrorCode.DEADLOCK_1,
          ErrorCode.LOCK_TIMEOUT_1,
          ErrorCode.CONCURRENT_UPDATE_1,
          ErrorCode.ROW_NOT_FOUND_WHEN_DELETING_1 ->
          true;
      default -> false;
    };
  }

  static boolean duplicate(SQLException failure) {
    return failure.getErrorCode() == ErrorCode.DUPLICATE_KEY_1;
  }

  private static String cause(SQLException failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    String line = message.lines().findFirst().orElse("").replaceFirst("; SQL statement:.*", "").strip();
    String shortened = line.length() > 300 ? line.substring(0, 300) + " …" : line;
    return shortened.isEmpty() ? failure.getClass().getSimpleName().toLowerCase(Locale.ROOT) : shortened;
  }
}
