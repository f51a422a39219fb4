package org.leibniz.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.store.SampleKey;

/**
 * What is kept in memory of a run that this process works on. Thread-safe.
 *
 * @param begun when this process began or resumed it
 * @param gradings how many it began with; each sample has a verdict for each
 */
record OpenRun(long key, Instant begun, Map<String, Slot> slots, int gradings, Labels labels, CallRows callRows) {
  private static final String PROBLEMS =
      "SELECT id, name, subject, level FROM store.problem WHERE id >= ? AND id < ?";

  /** A problem of the run: its place in the run's list, its key, and where it counts in summaries. */
  record Slot(int place, long problem, String subject, int level) {}

  /** @param commit stores a base prompt and returns when it is committed */
  static OpenRun load(Session session, long run, Labels labels, Consumer<PromptBases.Base> commit)
      throws SQLException {
    int gradings = session.row("SELECT gradings FROM store.run WHERE id = ?", row -> row.getInt(1), run).orElseThrow();
    CallRows callRows = new CallRows(new PromptBases(PromptBases.load(session, run), commit), labels);
    return new OpenRun(run, Instant.now(), slots(session, run), gradings, labels, callRows);
  }

  /** The run's problems by their ids. */
  static Map<String, Slot> slots(Session session, long run) throws SQLException {
    long list = Problems.listOf(session, run);
    Map<String, Slot> slots = new HashMap<>();
    session.rows(
        PROBLEMS,
        row -> {
          long problem = row.getLong(1);
          Slot slot = new Slot(Key.place(problem), problem, row.getString(3).intern(), row.getInt(4));
          return slots.put(row.getString(2), slot);
        },
        Key.firstProblem(list),
        Key.firstProblem(list + 1));
    return slots;
  }

  Slot slot(SampleKey sample) {
    Slot slot = slots.get(sample.problem());
    if (slot == null) {
      throw new LeibnizException(ErrorCode.INTERNAL, "the run has no problem '" + sample.problem() + "'");
    }
    return slot;
  }
}
