package org.leibniz.model.recorded.internal;

import java.util.List;
import java.util.Optional;
import org.leibniz.api.model.Coverage.Amendment;

/**
 * What was recorded for one sample of one problem.
 *
 * @param id the publisher's id of the problem
 * @param question empty where the record has none
 * @param sample 0-based; several records of one problem without a number are numbered in order
 * @param position 0-based position in the file
 * @param line 1-based line in the file
 * @param replies in the order of the calls
 * @param executions what each execution showed, in order; empty where it was not recorded
 * @param amendment what the record says of the problem beyond the dataset
 */
record Recording(
    Optional<String> id,
    String question,
    int sample,
    int position,
    int line,
    List<RecordedReply> replies,
    List<String> executions,
    Amendment amendment) {
  Recording {
    replies = List.copyOf(replies);
    executions = List.copyOf(executions);
  }

  /** A record of replies alone. */
  static Recording of(Row row, String question, List<RecordedReply> replies) {
    return new Recording(
        Optional.empty(), question, 0, row.position(), row.line(), replies, List.of(), Amendment.NONE);
  }

  Recording with(Amendment other) {
    return new Recording(id, question, sample, position, line, replies, executions, other);
  }
}
