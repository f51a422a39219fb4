package org.leibniz.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leibniz.api.executor.Execution;
import org.leibniz.api.executor.Status;
import org.leibniz.api.model.Generation;
import org.leibniz.api.model.Stop;
import org.leibniz.api.model.Usage;
import org.leibniz.store.CallRecord;

/** Reads the calls that {@link CallRows} wrote. */
final class StoredCalls {
  private static final String SELECT =
      """
      SELECT kind, branch, ordinal, parent, start_millis, millis, failure, role, prompt_base, prompt_keep, prompt_tail,
        prompt_layout, c.text, l.text, seed, cached, ending, matched_stop, stop_included, prompt_tokens, completion_tokens, scores,
        display, result_value, stdout, stderr, error_type, error_message, traceback, cpu_millis, result_millis, notebook
      FROM store.call c LEFT JOIN store.label l ON l.id = c.decoding WHERE c.id >= ? AND c.id < ? ORDER BY c.id""";

  private StoredCalls() {}

  /**
   * The calls of one sample, in the order they were recorded.
   *
   * @param bases the run's base prompts
   */
  static List<CallRecord> read(Session session, List<String> bases, long first, int n) throws SQLException {
    List<CallRecord> calls = new ArrayList<>(n);
    List<String> texts = new ArrayList<>(n);
    session.rows(
        SELECT,
        row -> {
          CallRecord call = call(row, bases, texts);
          texts.add(
              switch (call) {
                case CallRecord.Generated generated ->
                    PromptText.of(generated.prompt()).text() + generated.reply().map(Generation::raw).orElse("");
                case CallRecord.Scored scored -> PromptText.of(scored.prompt()).text() + scored.text();
                case CallRecord.Executed _ -> "";
              });
          return calls.add(call);
        },
        first,
        first + n);
    return calls;
  }

  private static CallRecord call(ResultSet row, List<String> bases, List<String> texts) throws SQLException {
    CallRecord.Place place =
        new CallRecord.Place(text(row, 2), row.getInt(3), row.getInt(4), row.getLong(5), row.getLong(6));
    String failure = text(row, 7);
    return switch (row.getString(1)) {
      case CallRows.GENERATED ->
          new CallRecord.Generated(
              place,
              row.getString(8),
              prompt(row, bases, texts).prompt(),
              Json.decoding(row.getString(14)),
              row.getLong(15),
              reply(row),
              failure,
              row.getBoolean(16));
      case CallRows.SCORED ->
          new CallRecord.Scored(
              place,
              row.getString(8),
              prompt(row, bases, texts).prompt(),
              row.getString(13),
              Scores.of(row.getBytes(22)),
              failure);
      default -> new CallRecord.Executed(place, row.getString(13), row.getBoolean(32), execution(row), failure);
    };
  }

  private static PromptText prompt(ResultSet row, List<String> bases, List<String> texts) throws SQLException {
    int base = row.getInt(9);
    boolean whole = row.wasNull();
    String baseText = whole ? "" : base < 0 ? bases.get(-1 - base) : texts.get(base);
    return new PromptText(new PromptDelta(base, row.getInt(10), row.getString(11)).text(baseText), row.getString(12));
  }

  private static Optional<Generation> reply(ResultSet row) throws SQLException {
    String raw = row.getString(13);
    if (raw == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Generation(
            raw,
            Names.read(Stop.class, row.getString(17)),
            Optional.ofNullable(row.getString(18)),
            row.getBoolean(19),
            new Usage(row.getInt(20), row.getInt(21))));
  }

  private static Optional<Execution> execution(ResultSet row) throws SQLException {
    String status = row.getString(17);
    if (status == null) {
      return Optional.empty();
    }
    Execution.ErrorInfo error = new Execution.ErrorInfo(text(row, 27), text(row, 28), text(row, 29));
    return Optional.of(
        new Execution(
            Names.read(Status.class, status),
            text(row, 24),
            text(row, 25),
            text(row, 26),
            row.getString(23),
            error,
            row.getLong(31),
            row.getLong(30)));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }
}
