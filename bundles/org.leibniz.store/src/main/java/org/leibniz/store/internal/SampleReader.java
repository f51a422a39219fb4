package org.leibniz.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.leibniz.api.dataset.Problem;
import org.leibniz.api.grader.Outcome;
import org.leibniz.api.strategy.Solution;
import org.leibniz.store.CallRecord;
import org.leibniz.store.Grading;
import org.leibniz.store.SampleKey;
import org.leibniz.store.SampleQuery;
import org.leibniz.store.StoredSample;
import org.leibniz.store.StoredSample.GradedVerdict;
import org.leibniz.store.VerdictRecord;

/** Reads samples with their transcripts and verdicts. */
final class SampleReader {
  private static final int PAGE = 100;

  private static final String SELECT =
      "SELECT "
          + Problems.COLUMNS
          + """
          , s.id, v.outcome, s.flags, s.failure, l.text, s.first_call, s.calls, s.layout, s.own_text, s.ending, s.millis
          FROM store.sample s
          LEFT JOIN store.problem p ON p.id = s.problem
          LEFT JOIN store.verdict v ON v.id = s.id + ?
          LEFT JOIN store.label l ON l.id = s.strategy_digest
          WHERE s.id > ? AND s.id < ? AND v.outcome IS NOT NULL""";

  private static final String VERDICT =
      "SELECT outcome, answer, answer_start, answer_end, rule, equal, reason, layer FROM store.verdict WHERE id = ?";

  private static final String CALLS_OF_SAMPLE = "SELECT first_call, calls FROM store.sample WHERE id = ?";

  private final Database database;

  SampleReader(Database database) {
    this.database = database;
  }

  /** What all samples of a run share. */
  private record Shared(SampleFilter filter, List<String> bases, List<Grading> gradings) {}

  /** A sample's row, before its calls and verdicts are read. */
  private record Row(
      long id,
      Problem problem,
      Outcome outcome,
      Set<String> flags,
      String failure,
      String strategyDigest,
      long firstCall,
      int calls,
      SolutionText solution,
      Solution.Ending ending,
      long millis) {
    static Row read(ResultSet row) throws SQLException {
      return new Row(
          row.getLong(10),
          Problems.read(row),
          Outcome.of(row.getString(11)),
          SampleReader.flags(row.getString(12)),
          orEmpty(row.getString(13)),
          row.getString(14),
          row.getLong(15),
          row.getInt(16),
          new SolutionText(row.getString(17), orEmpty(row.getString(18))),
          Names.read(Solution.Ending.class, row.getString(19)),
          row.getLong(20));
    }
  }

  Stream<StoredSample> samples(SampleQuery query) {
    Shared shared =
        database.run(
            session ->
                new Shared(
                    SampleFilter.of(session, query),
                    PromptBases.load(session, query.run()),
                    Gradings.ofRun(session, query.run())));
    long limit = query.limit() <= 0 ? Long.MAX_VALUE : query.limit();
    int page = (int) Math.min(PAGE, limit);
    return Pages.stream(shared.filter.first() - 1, after -> database.run(session -> page(session, shared, after, page)))
        .filter(shared.filter::matches)
        .limit(limit);
  }

  private static List<Pages.Keyed<StoredSample>> page(Session session, Shared shared, long after, int page)
      throws SQLException {
    SampleFilter filter = shared.filter;
    List<Object> values = new ArrayList<>(List.of(filter.verdictShift(), after, filter.end()));
    values.addAll(filter.values());
    values.add(page);
    String sql = SELECT + filter.condition() + " ORDER BY s.id LIMIT ?";
    List<Pages.Keyed<StoredSample>> samples = new ArrayList<>();
    for (Row row : session.rows(sql, Row::read, values.toArray())) {
      samples.add(new Pages.Keyed<>(row.id, sample(session, row, shared)));
    }
    return samples;
  }

  private static StoredSample sample(Session session, Row row, Shared shared) throws SQLException {
    List<CallRecord> calls = StoredCalls.read(session, shared.bases, row.firstCall, row.calls);
    Solution solution = row.solution.solution(calls, row.ending);
    List<GradedVerdict> verdicts = new ArrayList<>();
    for (Grading grading : shared.gradings) {
      session
          .row(VERDICT, SampleReader::verdict, Key.verdict(grading.key(), row.id))
          .ifPresent(verdict -> verdicts.add(new GradedVerdict(grading, verdict)));
    }
    return new StoredSample(
        row.problem,
        Key.sampleNumber(row.id),
        row.outcome,
        row.flags,
        row.failure,
        row.strategyDigest,
        solution,
        verdicts,
        Transcript.timed(solution, calls),
        row.millis);
  }

  /** All calls of one sample, by branch and ordinal; none where it is not committed. */
  List<CallRecord> calls(long run, SampleKey key) {
    return database.run(
        session -> {
          Optional<Integer> place = SampleFilter.place(session, run, key.problem());
          if (place.isEmpty() || key.sample() < 0 || key.sample() >> Key.SAMPLE_BITS != 0) {
            return List.of();
          }
          record Range(long first, int n) {}
          long id = Key.sample(run, place.get(), key.sample());
          Optional<Range> range = session.row(CALLS_OF_SAMPLE, row -> new Range(row.getLong(1), row.getInt(2)), id);
          if (range.isEmpty()) {
            return List.of();
          }
          List<CallRecord> calls =
              StoredCalls.read(session, PromptBases.load(session, run), range.get().first, range.get().n);
          calls.sort(
              Comparator.comparing((CallRecord call) -> call.place().branch()).thenComparing(call -> call.place().ordinal()));
          return List.copyOf(calls);
        });
  }

  static Set<String> flags(String text) {
    return text == null ? Set.of() : Set.of(text.split(","));
  }

  private static VerdictRecord verdict(ResultSet row) throws SQLException {
    boolean equal = row.getBoolean(6);
    Optional<Boolean> decided = row.wasNull() ? Optional.empty() : Optional.of(equal);
    return new VerdictRecord(
        Outcome.of(row.getString(1)),
        Optional.ofNullable(row.getString(2)),
        row.getInt(3),
        row.getInt(4),
        orEmpty(row.getString(5)),
        decided,
        orEmpty(row.getString(7)),
        orEmpty(row.getString(8)));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
