package org.leibniz.store.internal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts a run's samples and verdicts anew. A run is counted when it is taken up again, so that whatever ended the process
 * before cannot leave a summary that says something else than the samples do.
 */
final class Recount {
  private static final String COMMITTED =
      "UPDATE store.run SET committed = (SELECT COUNT(*) FROM store.sample WHERE id >= ? AND id < ?) WHERE id = ?";

  private static final String GRADINGS = "SELECT id FROM store.grading WHERE id >= ? AND id < ?";

  private static final String VERDICTS =
      """
      SELECT p.subject, p.level, v.outcome, COUNT(*)
      FROM store.verdict v
      JOIN store.sample s ON s.id = ? + (v.id - ?)
      JOIN store.problem p ON p.id = s.problem
      WHERE v.id >= ? AND v.id < ?
      GROUP BY p.subject, p.level, v.outcome
      """;

  private Recount() {}

  static void of(Session session, long run) throws SQLException {
    session.change(COMMITTED, Key.firstSample(run), Key.firstSample(run + 1), run);
    List<Long> gradings = session.rows(GRADINGS, row -> row.getLong(1), Key.grading(run, 0), Key.grading(run + 1, 0));
    for (long grading : gradings) {
      Map<SummaryKey, Long> counts = new HashMap<>();
      long first = Key.firstVerdict(grading);
      session.rows(
          VERDICTS,
          row -> counts.put(new SummaryKey(grading, row.getString(1), row.getInt(2), row.getString(3)), row.getLong(4)),
          Key.firstSample(run), first, first, Key.firstVerdict(grading + 1));
      session.change("DELETE FROM store.summary WHERE grading = ?", grading);
      new Summaries().add(session, counts);
    }
  }
}
