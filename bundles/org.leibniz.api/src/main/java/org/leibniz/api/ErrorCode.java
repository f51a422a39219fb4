package org.leibniz.api;

/** What kind of failure a {@link LeibnizException} reports; decides the exit status and the outcome of a sample. */
public enum ErrorCode {
  /** The command or the run file asks for something that does not exist or does not fit. Exit status 2. */
  BAD_USAGE,
  /** A file has content that cannot be used; the message names file, line, field and what would be right. Exit status 2. */
  BAD_INPUT,
  /** A model call failed. The sample's outcome becomes {@code MODEL_FAILED} unless the strategy handles it. */
  MODEL_FAILED,
  /** An executor could not run a program at all (not: the program failed). */
  EXECUTOR_FAILED,
  /** A plugin broke its contract. */
  PLUGIN_FAILED,
  /** The run was cancelled; never caught by plugins. */
  CANCELLED,
  /** The run store cannot be opened or written. Exit status 2. */
  STORE,
  /** A defect in Leibniz itself. Exit status 3. */
  INTERNAL
}
