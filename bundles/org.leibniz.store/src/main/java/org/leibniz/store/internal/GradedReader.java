package org.leibniz.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.metric.GradedSample;
import org.leibniz.store.SampleKey;

/** Reads samples as metrics see them, and which are committed; both at a million samples in flat memory per page. */
final class GradedReader {
  private static final int PAGE = 2000;

  private static final String SELECT =
      """
      SELECT s.id, p.name, p.subject, p.level, v.outcome, v.answer IS NOT NULL, s.flags, s.model_calls, s.programs,
        s.programs_failed, s.prompt_tokens, s.completion_tokens, s.millis
      FROM store.sample s
      LEFT JOIN store.problem p ON p.id = s.problem
      LEFT JOIN store.verdict v ON v.id = s.id + ?
      WHERE s.id > ? AND s.id < ? AND v.outcome IS NOT NULL
      ORDER BY s.id LIMIT ?""";

  private static final String COMMITTED =
      """
      SELECT s.id, p.name FROM store.sample s LEFT JOIN store.problem p ON p.id = s.problem
      WHERE s.id > ? AND s.id < ? ORDER BY s.id LIMIT ?""";

  private final Database database;

  GradedReader(Database database) {
    this.database = database;
  }

  Stream<GradedSample> graded(long run, long grading) {
    long shift = SampleFilter.verdictShift(run, grading);
    long end = Key.firstSample(run + 1);
    return Pages.stream(
        Key.firstSample(run) - 1,
        after -> database.run(session -> session.rows(SELECT, GradedReader::read, shift, after, end, PAGE)));
  }

  Set<SampleKey> committed(long run) {
    long end = Key.firstSample(run + 1);
    Set<SampleKey> committed = new HashSet<>();
    Pages.<SampleKey>stream(
            Key.firstSample(run) - 1,
            after ->
                database.run(
                    session ->
                        session.rows(
                            COMMITTED,
                            row ->
                                new Pages.Keyed<>(
                                    row.getLong(1), new SampleKey(row.getString(2), Key.sampleNumber(row.getLong(1)))),
                            after,
                            end,
                            PAGE)))
        .forEach(committed::add);
    return committed;
  }

  private static Pages.Keyed<GradedSample> read(ResultSet row) throws SQLException {
    long id = row.getLong(1);
    return new Pages.Keyed<>(
        id,
        new GradedSample(
            row.getString(2),
            row.getString(3),
            row.getInt(4),
            Key.sampleNumber(id),
            Outcome.of(row.getString(5)),
            row.getBoolean(6),
            SampleReader.flags(row.getString(7)),
            row.getInt(8),
            row.getInt(9),
            row.getInt(10),
            row.getLong(11),
            row.getLong(12),
            row.getLong(13)));
  }
}
