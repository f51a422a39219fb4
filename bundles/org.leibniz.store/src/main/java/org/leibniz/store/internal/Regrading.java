package org.leibniz.store.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leibniz.api.ErrorCode;
import org.leibniz.api.LeibnizException;
import org.leibniz.store.RegradedSample;

/** Adds verdicts of later gradings. Thread-safe. */
final class Regrading {
  private final Database database;

  /** Problems of the run that was graded last: verdicts come in many portions. */
  private volatile Graded last = new Graded(-1, Map.of());

  private record Graded(long run, Map<String, OpenRun.Slot> slots) {}

  Regrading(Database database) {
    this.database = database;
  }

  void append(long grading, List<RegradedSample> verdicts) {
    long run = Key.runOfGrading(grading);
    Graded graded = last;
    if (graded.run != run) {
      graded = new Graded(run, database.run(session -> OpenRun.slots(session, run)));
      last = graded;
    }
    Map<String, OpenRun.Slot> slots = graded.slots;
    database.run(session -> insert(session, grading, verdicts, slots));
  }

  private static int insert(
      Session session, long grading, List<RegradedSample> verdicts, Map<String, OpenRun.Slot> slots) throws SQLException {
    long run = Key.runOfGrading(grading);
    List<Object[]> rows = new ArrayList<>(verdicts.size());
    Map<SummaryKey, Long> counts = new HashMap<>();
    for (RegradedSample verdict : verdicts) {
      OpenRun.Slot slot = slots.get(verdict.key().problem());
      if (slot == null) {
        throw new LeibnizException(ErrorCode.INTERNAL, "the run has no problem '" + verdict.key().problem() + "'");
      }
      long sample = Key.sample(run, slot.place(), verdict.key().sample());
      rows.add(SampleRows.verdict(Key.verdict(grading, sample), verdict.verdict()));
      counts.merge(new SummaryKey(grading, slot.subject(), slot.level(), verdict.verdict().outcome().id()), 1L, Long::sum);
    }
    try {
      session.changes(SampleRows.INSERT_VERDICT, rows);
    } catch (SQLException e) {
      if (Failures.duplicate(e)) {
        throw new LeibnizException(ErrorCode.INTERNAL, "a sample has a verdict of this grading already", e);
      }
      throw e;
    }
    new Summaries().add(session, counts);
    return rows.size();
  }
}
