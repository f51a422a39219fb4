package org.leibniz.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.leibniz.api.grader.Outcome;
import org.leibniz.store.Grading;
import org.leibniz.store.GradingSpec;
import org.leibniz.store.SummaryRow;

/** Gradings of runs, numbered from 0 in the order they were made, and their summaries. */
final class Gradings {
  private static final String OF_RUN =
      "SELECT id, grader, digest, options, warning, started FROM store.grading WHERE id >= ? AND id < ? ORDER BY id";

  private static final String INSERT =
      "INSERT INTO store.grading (id, grader, digest, options, warning, started) VALUES (?, ?, ?, ?, ?, ?)";

  private static final String SUMMARY =
      "SELECT subject, level, outcome, n FROM store.summary WHERE grading = ? ORDER BY subject, level, outcome";

  private Gradings() {}

  static List<Grading> ofRun(Session session, long run) throws SQLException {
    return session.rows(OF_RUN, Gradings::read, Key.grading(run, 0), Key.grading(run + 1, 0));
  }

  static Grading add(Session session, long run, int number, GradingSpec spec, Instant started) throws SQLException {
    long key = Key.grading(run, number);
    session.change(INSERT, key, spec.grader(), spec.digest(), spec.options(), spec.warning(), started);
    return new Grading(key, spec, started);
  }

  static Grading addNext(Session session, long run, GradingSpec spec) throws SQLException {
    Runs.get(session, run);
    return add(session, run, ofRun(session, run).size(), spec, Runs.now());
  }

  static List<SummaryRow> summary(Session session, long grading) throws SQLException {
    return session.rows(
        SUMMARY,
        row -> new SummaryRow(row.getString(1), row.getInt(2), Outcome.of(row.getString(3)), row.getLong(4)),
        grading);
  }

  private static Grading read(ResultSet row) throws SQLException {
    return new Grading(
        row.getLong(1),
        new GradingSpec(row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
        row.getObject(6, Instant.class));
  }
}
