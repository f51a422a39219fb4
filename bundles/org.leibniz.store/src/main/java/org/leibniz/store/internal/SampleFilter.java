package org.leibniz.store.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leibniz.api.strategy.Segment;
import org.leibniz.store.SampleQuery;
import org.leibniz.store.StoredSample;

/**
 * The condition of a {@link SampleQuery} as SQL over {@code sample s}, {@code problem p} and {@code verdict v}.
 *
 * @param first the smallest key that can match
 * @param end the key behind the largest
 * @param verdictShift from a sample's key to that of its verdict in the grading that was asked for
 * @param search in lower case; SQL finds every sample that contains it, but also replies of which the transcript shows only a
 *     part, so what was found is looked at once more
 */
record SampleFilter(
    long first, long end, long grading, long verdictShift, String condition, List<Object> values, Optional<String> search) {
  private static final String SEARCH =
      """
      \sAND (LOCATE(?, LOWER(p.question)) > 0 OR LOCATE(?, LOWER(v.answer)) > 0 OR LOCATE(?, LOWER(s.own_text)) > 0
        OR EXISTS (SELECT 1 FROM store.call c WHERE c.id >= s.first_call AND c.id < s.first_call + s.calls
          AND (LOCATE(?, LOWER(c.text)) > 0 OR LOCATE(?, LOWER(c.display)) > 0)))""";

  private static final String PROBLEM = "SELECT id FROM store.problem WHERE id >= ? AND id < ? AND name = ?";

  static SampleFilter of(Session session, SampleQuery query) throws SQLException {
    long run = query.run();
    long grading = query.grading().orElse(Key.grading(run, 0));
    StringBuilder condition = new StringBuilder();
    List<Object> values = new ArrayList<>();
    query.outcome().ifPresent(outcome -> add(condition, values, " AND v.outcome = ?", outcome.id()));
    query.subject().ifPresent(subject -> add(condition, values, " AND p.subject = ?", subject));
    query.level().ifPresent(level -> add(condition, values, " AND p.level = ?", level));
    query
        .flag()
        .ifPresent(flag -> add(condition, values, " AND LOCATE(?, ',' || s.flags || ',') > 0", "," + flag + ","));
    Optional<String> search = query.search().filter(text -> !text.isEmpty()).map(text -> text.toLowerCase(Locale.ENGLISH));
    search.ifPresent(text -> add(condition, values, SEARCH, text, text, text, text, text));
    long first = Key.firstSample(run);
    long end = Key.firstSample(run + 1);
    if (query.problem().isPresent()) {
      Optional<Integer> place = place(session, run, query.problem().get());
      first = place.map(found -> Key.sample(run, found, 0)).orElse(end);
      end = place.map(found -> Key.sample(run, found, 0) + (1L << Key.SAMPLE_BITS)).orElse(end);
    }
    return new SampleFilter(first, end, grading, verdictShift(run, grading), condition.toString(), List.copyOf(values), search);
  }

  /** The place of a problem in the run's list; empty where it is not in the run. */
  static Optional<Integer> place(Session session, long run, String problem) throws SQLException {
    long list = Problems.listOf(session, run);
    return session.row(
        PROBLEM, row -> Key.place(row.getLong(1)), Key.firstProblem(list), Key.firstProblem(list + 1), problem);
  }

  static long verdictShift(long run, long grading) {
    return Key.firstVerdict(grading) - Key.firstSample(run);
  }

  private static void add(StringBuilder condition, List<Object> values, String sql, Object... bound) {
    condition.append(sql);
    values.addAll(List.of(bound));
  }

  /** What SQL cannot decide: whether the text stands in the transcript itself. */
  boolean matches(StoredSample sample) {
    if (search.isEmpty()) {
      return true;
    }
    String wanted = search.get();
    return contains(sample.problem().question(), wanted)
        || sample.solution().segments().stream().map(Segment::text).anyMatch(text -> contains(text, wanted))
        || sample.verdicts().stream()
            .filter(verdict -> verdict.grading().key() == grading)
            .anyMatch(verdict -> verdict.verdict().answer().filter(answer -> contains(answer, wanted)).isPresent());
  }

  private static boolean contains(String text, String wanted) {
    return text.toLowerCase(Locale.ENGLISH).contains(wanted);
  }
}
